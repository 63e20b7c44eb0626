"""Foods of a release wait in a table of their own until all of them are there.

Frozen: it imports nothing of the journal.
"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "staged_food",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("import_id", sa.Integer(), nullable=False),
        sa.Column("line", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["import_id"],
            ["food_import.id"],
            name=op.f("fk_staged_food_import_id_food_import"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staged_food")),
    )
    with op.batch_alter_table("staged_food") as batch_op:
        batch_op.create_index(
            batch_op.f("ix_staged_food_import_id"), ["import_id"], unique=False
        )


def downgrade() -> None:
    op.drop_table("staged_food")
