"""Meals and taken supplements are found by their owner and the day at once.

Frozen: it imports nothing of the journal.
"""

from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

TABLES = ("meal", "supplement_intake")


def upgrade() -> None:
    for table in TABLES:
        op.create_index(op.f(f"ix_{table}_user_id_date"), table, ["user_id", "date"])
        op.drop_index(op.f(f"ix_{table}_date"), table_name=table)
        op.drop_index(op.f(f"ix_{table}_user_id"), table_name=table)


def downgrade() -> None:
    for table in TABLES:
        op.create_index(op.f(f"ix_{table}_user_id"), table, ["user_id"])
        op.create_index(op.f(f"ix_{table}_date"), table, ["date"])
        op.drop_index(op.f(f"ix_{table}_user_id_date"), table_name=table)
