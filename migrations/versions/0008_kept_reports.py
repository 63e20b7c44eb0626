"""Reports kept in the words in which they left; whether the week's mail tells them.

Frozen: it imports nothing of the journal.
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "kept_report",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("period", sa.String(length=21), nullable=False),
        sa.Column("way", sa.String(length=5), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("kept_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("way IN ('mail', 'hand')", name=op.f("ck_kept_report_way")),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["account.id"],
            name=op.f("fk_kept_report_user_id_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kept_report")),
    )
    with op.batch_alter_table("kept_report") as batch_op:
        batch_op.create_index(
            batch_op.f("ix_kept_report_user_id"), ["user_id"], unique=False
        )
    with op.batch_alter_table("reminder") as batch_op:
        batch_op.add_column(
            sa.Column(
                "tells_health",
                sa.Boolean(),
                nullable=False,
                server_default=sa.text("false"),
            )
        )


def downgrade() -> None:
    with op.batch_alter_table("reminder") as batch_op:
        batch_op.drop_column("tells_health")
    op.drop_table("kept_report")
