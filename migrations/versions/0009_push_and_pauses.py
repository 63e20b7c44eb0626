"""Reminders on the lock screen, at the usual time, put off and paused.

Frozen: it imports nothing of the journal.
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def _switch(name: str) -> sa.Column:
    return sa.Column(
        name, sa.Boolean(), nullable=False, server_default=sa.text("false")
    )


def upgrade() -> None:
    op.create_table(
        "push_device",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("endpoint", sa.String(length=600), nullable=False),
        sa.Column("p256dh", sa.String(length=120), nullable=False),
        sa.Column("auth", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["account.id"],
            name=op.f("fk_push_device_user_id_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_push_device")),
        sa.UniqueConstraint("endpoint", name=op.f("uq_push_device_endpoint")),
    )
    with op.batch_alter_table("push_device") as batch_op:
        batch_op.create_index(
            batch_op.f("ix_push_device_user_id"), ["user_id"], unique=False
        )
    with op.batch_alter_table("reminder") as batch_op:
        batch_op.add_column(_switch("by_push"))
        batch_op.add_column(_switch("is_learnt"))
        batch_op.add_column(sa.Column("snoozed_for", sa.Date(), nullable=True))
    with op.batch_alter_table("account") as batch_op:
        batch_op.add_column(
            sa.Column("reminders_paused_until", sa.Date(), nullable=True)
        )
    with op.batch_alter_table("reminder_sent") as batch_op:
        batch_op.add_column(
            sa.Column(
                "again", sa.Integer(), nullable=False, server_default=sa.text("0")
            )
        )
        batch_op.drop_constraint("uq_reminder_sent_reminder_id_local_date")
        batch_op.create_unique_constraint(
            "uq_reminder_sent_reminder_id_local_date_again",
            ["reminder_id", "local_date", "again"],
        )


def downgrade() -> None:
    # What was put off and came again has no place in the older table.
    op.execute("DELETE FROM reminder_sent WHERE again > 0")
    with op.batch_alter_table("reminder_sent") as batch_op:
        batch_op.drop_constraint("uq_reminder_sent_reminder_id_local_date_again")
        batch_op.create_unique_constraint(
            "uq_reminder_sent_reminder_id_local_date", ["reminder_id", "local_date"]
        )
        batch_op.drop_column("again")
    op.drop_column("account", "reminders_paused_until")
    op.drop_column("reminder", "snoozed_for")
    op.drop_column("reminder", "is_learnt")
    op.drop_column("reminder", "by_push")
    op.drop_table("push_device")
