"""Imported releases of foods, and which food came with which.

Frozen: it imports nothing of the journal.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "food_import",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("file_name", sa.String(length=200), nullable=False),
        sa.Column("checksum", sa.String(length=64), nullable=False),
        sa.Column("food_count", sa.Integer(), nullable=False),
        sa.Column("imported_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_food_import")),
        sa.UniqueConstraint("checksum", name=op.f("uq_food_import_checksum")),
    )
    op.create_table(
        "food_of_import",
        sa.Column("food_id", sa.String(length=120), nullable=False),
        sa.Column("import_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["food_id"],
            ["food.id"],
            name=op.f("fk_food_of_import_food_id_food"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["import_id"],
            ["food_import.id"],
            name=op.f("fk_food_of_import_import_id_food_import"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("food_id", name=op.f("pk_food_of_import")),
    )
    with op.batch_alter_table("food_of_import") as batch_op:
        batch_op.create_index(
            batch_op.f("ix_food_of_import_import_id"), ["import_id"], unique=False
        )


def downgrade() -> None:
    op.drop_table("food_of_import")
    op.drop_table("food_import")
