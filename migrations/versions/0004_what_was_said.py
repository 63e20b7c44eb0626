"""What was said each week, questions the person asks, and marks on findings.

Revision ID: 0004
Revises: 0003
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade():
    # Never filled: what was said is kept in said_week.
    with op.batch_alter_table("stored_report") as batch_op:
        batch_op.drop_index(batch_op.f("ix_stored_report_user_id"))
    op.drop_table("stored_report")
    op.create_table(
        "said_week",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("week", sa.String(length=8), nullable=False),
        sa.Column("is_final", sa.Boolean(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["account.id"],
            name=op.f("fk_said_week_user_id_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_said_week")),
        sa.UniqueConstraint("user_id", "week", name=op.f("uq_said_week_user_id_week")),
    )
    op.create_index(op.f("ix_said_week_user_id"), "said_week", ["user_id"])
    op.create_table(
        "question",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("symptom", sa.String(length=60), nullable=False),
        sa.Column("factor", sa.String(length=40), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("dropped_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["account.id"],
            name=op.f("fk_question_user_id_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_question")),
    )
    op.create_index(op.f("ix_question_user_id"), "question", ["user_id"])
    op.create_index(
        "uq_question_watched",
        "question",
        ["user_id", "symptom", "factor"],
        unique=True,
        sqlite_where=sa.text("dropped_at IS NULL"),
        postgresql_where=sa.text("dropped_at IS NULL"),
    )
    op.create_table(
        "finding_mark",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("symptom", sa.String(length=60), nullable=False),
        sa.Column("factor", sa.String(length=40), nullable=False),
        sa.Column("mark", sa.String(length=14), nullable=False),
        sa.Column("tier", sa.String(length=20), nullable=False),
        sa.Column("direction", sa.Integer(), nullable=False),
        sa.Column("marked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "mark IN ('discussed', 'tested', 'not_relevant')",
            name=op.f("ck_finding_mark_mark"),
        ),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["account.id"],
            name=op.f("fk_finding_mark_user_id_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_finding_mark")),
    )
    op.create_index(op.f("ix_finding_mark_user_id"), "finding_mark", ["user_id"])


def downgrade():
    op.drop_index(op.f("ix_finding_mark_user_id"), table_name="finding_mark")
    op.drop_table("finding_mark")
    op.drop_index("uq_question_watched", table_name="question")
    op.drop_index(op.f("ix_question_user_id"), table_name="question")
    op.drop_table("question")
    op.drop_index(op.f("ix_said_week_user_id"), table_name="said_week")
    op.drop_table("said_week")
    op.create_table(
        "stored_report",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("week", sa.String(length=8), nullable=False),
        sa.Column("sent_as", sa.String(length=10), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["account.id"],
            name=op.f("fk_stored_report_user_id_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stored_report")),
        sa.UniqueConstraint(
            "user_id",
            "week",
            "sent_as",
            name=op.f("uq_stored_report_user_id_week_sent_as"),
        ),
    )
    with op.batch_alter_table("stored_report") as batch_op:
        batch_op.create_index(
            batch_op.f("ix_stored_report_user_id"), ["user_id"], unique=False
        )
