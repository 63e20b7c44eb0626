"""Own foods, recipes, saved meals, favourites, remembered choices, skipped meals.

Frozen: it imports nothing of the journal.
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

SLOTS = "slot IN ('breakfast', 'lunch', 'dinner', 'snacks', 'drinks')"


def _owner(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["user_id"],
        ["account.id"],
        name=op.f(f"fk_{table}_user_id_account"),
        ondelete="CASCADE",
    )


def _food(table: str, ondelete: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["food_id"],
        ["food.id"],
        name=op.f(f"fk_{table}_food_id_food"),
        ondelete=ondelete,
    )


def _amount(table: str) -> list[sa.schema.SchemaItem]:
    return [
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("food_id", sa.String(length=120), nullable=True),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("amount_g", sa.Double(), nullable=True),
        sa.Column("amount_label", sa.String(length=80), nullable=False),
        sa.Column("amount_source", sa.String(length=8), nullable=False),
        sa.CheckConstraint(
            "amount_g IS NULL OR amount_g > 0", name=op.f(f"ck_{table}_amount_g")
        ),
        _food(table, "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    ]


def _index(table: str, column: str) -> None:
    with op.batch_alter_table(table) as batch_op:
        batch_op.create_index(
            batch_op.f(f"ix_{table}_{column}"), [column], unique=False
        )


def upgrade() -> None:
    with op.batch_alter_table("meal_item") as batch_op:
        batch_op.add_column(
            sa.Column("said", sa.String(length=200), nullable=False, server_default="")
        )
        batch_op.add_column(sa.Column("match_0_1", sa.Double(), nullable=True))
        batch_op.add_column(
            sa.Column("alternatives", sa.JSON(), nullable=False, server_default="[]")
        )
    op.create_table(
        "own_food",
        sa.Column("food_id", sa.String(length=120), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=6), nullable=False),
        sa.Column("typed", sa.JSON(), nullable=False),
        sa.Column("servings", sa.Double(), nullable=True),
        sa.Column("yield_g", sa.Double(), nullable=True),
        sa.Column("known_shares", sa.JSON(), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("is_newest", sa.Boolean(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "kind IN ('label', 'recipe')", name=op.f("ck_own_food_kind")
        ),
        _food("own_food", "CASCADE"),
        _owner("own_food"),
        sa.PrimaryKeyConstraint("food_id", name=op.f("pk_own_food")),
    )
    _index("own_food", "user_id")
    op.create_table(
        "recipe_item",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("recipe_id", sa.String(length=120), nullable=False),
        sa.ForeignKeyConstraint(
            ["recipe_id"],
            ["own_food.food_id"],
            name=op.f("fk_recipe_item_recipe_id_own_food"),
            ondelete="CASCADE",
        ),
        *_amount("recipe_item"),
    )
    _index("recipe_item", "recipe_id")
    op.create_table(
        "saved_meal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("name_key", sa.String(length=80), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        _owner("saved_meal"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_meal")),
        sa.UniqueConstraint(
            "user_id", "name_key", name=op.f("uq_saved_meal_user_id_name_key")
        ),
    )
    _index("saved_meal", "user_id")
    op.create_table(
        "saved_meal_item",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("saved_meal_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["saved_meal_id"],
            ["saved_meal.id"],
            name=op.f("fk_saved_meal_item_saved_meal_id_saved_meal"),
            ondelete="CASCADE",
        ),
        *_amount("saved_meal_item"),
    )
    _index("saved_meal_item", "saved_meal_id")
    op.create_table(
        "favourite_food",
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("food_id", sa.String(length=120), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        _food("favourite_food", "CASCADE"),
        _owner("favourite_food"),
        sa.PrimaryKeyConstraint("user_id", "food_id", name=op.f("pk_favourite_food")),
    )
    op.create_table(
        "food_correction",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("words", sa.String(length=200), nullable=False),
        sa.Column("said", sa.String(length=200), nullable=False),
        sa.Column("food_id", sa.String(length=120), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        _food("food_correction", "CASCADE"),
        _owner("food_correction"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_food_correction")),
        sa.UniqueConstraint(
            "user_id", "words", name=op.f("uq_food_correction_user_id_words")
        ),
    )
    _index("food_correction", "user_id")
    op.create_table(
        "meal_none",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("slot", sa.String(length=10), nullable=False),
        sa.CheckConstraint(SLOTS, name=op.f("ck_meal_none_slot")),
        _owner("meal_none"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meal_none")),
        sa.UniqueConstraint(
            "user_id", "date", "slot", name=op.f("uq_meal_none_user_id_date_slot")
        ),
    )
    _index("meal_none", "user_id")
    _index("meal_none", "date")
    op.create_table(
        "meal_undo",
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("words", sa.String(length=200), nullable=False),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        _owner("meal_undo"),
        sa.PrimaryKeyConstraint("user_id", name=op.f("pk_meal_undo")),
    )


def downgrade() -> None:
    for table in (
        "meal_undo",
        "meal_none",
        "food_correction",
        "favourite_food",
        "saved_meal_item",
        "saved_meal",
        "recipe_item",
        "own_food",
    ):
        op.drop_table(table)
    with op.batch_alter_table("meal_item") as batch_op:
        batch_op.drop_column("alternatives")
        batch_op.drop_column("match_0_1")
        batch_op.drop_column("said")
