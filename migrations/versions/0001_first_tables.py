"""First tables: accounts, days, foods, meals, reminders.

Frozen: it imports nothing of the journal.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:  # noqa: PLR0915
    op.create_table(
        "account",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("mail", sa.String(length=254), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("password_hash", sa.String(length=255), nullable=False),
        sa.Column("session_token", sa.String(length=64), nullable=False),
        sa.Column("is_owner", sa.Boolean(), nullable=False),
        sa.Column("is_demo", sa.Boolean(), nullable=False),
        sa.Column("is_region_known", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("birth_year", sa.Integer(), nullable=True),
        sa.Column("sex", sa.String(length=8), nullable=True),
        sa.Column("is_pregnant", sa.Boolean(), nullable=False),
        sa.Column("is_lactating", sa.Boolean(), nullable=False),
        sa.Column("eating_style", sa.String(length=12), nullable=False),
        sa.Column("region", sa.String(length=2), nullable=False),
        sa.Column("time_zone", sa.String(length=64), nullable=False),
        sa.Column("day_begins", sa.Time(), nullable=False),
        sa.Column("medicines", sa.JSON(), nullable=False),
        sa.Column("conditions", sa.JSON(), nullable=False),
        sa.Column("tracked_symptoms", sa.JSON(), nullable=False),
        sa.Column("own_symptoms", sa.JSON(), nullable=False),
        sa.Column("own_words", sa.String(length=2000), nullable=False),
        sa.Column("troubled_since", sa.String(length=12), nullable=True),
        sa.Column("theme", sa.String(length=6), nullable=False),
        sa.Column("welcomed_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "eating_style IN ('none', 'vegetarian', 'vegan')",
            name=op.f("ck_account_eating_style"),
        ),
        sa.CheckConstraint(
            "region IN ('US', 'EU', 'UK')", name=op.f("ck_account_region")
        ),
        sa.CheckConstraint(
            "sex IS NULL OR sex IN ('female', 'male')",
            name=op.f("ck_account_sex_for_reference"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account")),
        sa.UniqueConstraint("mail", name=op.f("uq_account_mail")),
    )
    op.create_table(
        "sign_in_attempt",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("mail", sa.String(length=254), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "was_locked", sa.Boolean(), server_default=sa.text("false"), nullable=False
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in_attempt")),
    )
    with op.batch_alter_table("sign_in_attempt") as batch_op:
        batch_op.create_index(batch_op.f("ix_sign_in_attempt_at"), ["at"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_sign_in_attempt_mail"), ["mail"], unique=False
        )

    op.create_table(
        "day",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("food_status", sa.String(length=8), nullable=True),
        sa.Column("supplements_answered", sa.Boolean(), nullable=False),
        sa.Column("water_ml", sa.Double(), nullable=True),
        sa.Column("sun_min", sa.Double(), nullable=True),
        sa.Column("exercise_min", sa.Double(), nullable=True),
        sa.Column("alcohol_g", sa.Double(), nullable=True),
        sa.Column("caffeine_mg", sa.Double(), nullable=True),
        sa.Column("night_sleep_min", sa.Double(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "food_status IS NULL OR food_status IN ('complete', 'partial')",
            name=op.f("ck_day_food_status"),
        ),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["account.id"],
            name=op.f("fk_day_user_id_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_day")),
        sa.UniqueConstraint("user_id", "date", name=op.f("uq_day_user_id_date")),
    )
    with op.batch_alter_table("day") as batch_op:
        batch_op.create_index(batch_op.f("ix_day_user_id"), ["user_id"], unique=False)

    op.create_table(
        "food",
        sa.Column("id", sa.String(length=120), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=True),
        sa.Column("source", sa.String(length=20), nullable=False),
        sa.Column("source_code", sa.String(length=40), nullable=False),
        sa.Column("filled_from", sa.JSON(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("category", sa.String(length=80), nullable=False),
        sa.Column("per_100_g", sa.JSON(), nullable=False),
        sa.Column("is_listed", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["account.id"],
            name=op.f("fk_food_user_id_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_food")),
    )
    with op.batch_alter_table("food") as batch_op:
        batch_op.create_index(batch_op.f("ix_food_source"), ["source"], unique=False)
        batch_op.create_index(batch_op.f("ix_food_user_id"), ["user_id"], unique=False)

    op.create_table(
        "reference_load",
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("checksum", sa.String(length=64), nullable=False),
        sa.Column("loaded_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_reference_load")),
    )
    op.create_table(
        "invitation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("created_by", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["created_by"],
            ["account.id"],
            name=op.f("fk_invitation_created_by_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitation")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_invitation_token_hash")),
    )
    with op.batch_alter_table("invitation") as batch_op:
        batch_op.create_index(
            batch_op.f("ix_invitation_created_by"), ["created_by"], unique=False
        )

    op.create_table(
        "meal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("slot", sa.String(length=10), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "slot IN ('breakfast', 'lunch', 'dinner', 'snacks', 'drinks')",
            name=op.f("ck_meal_slot"),
        ),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["account.id"],
            name=op.f("fk_meal_user_id_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meal")),
    )
    with op.batch_alter_table("meal") as batch_op:
        batch_op.create_index(batch_op.f("ix_meal_date"), ["date"], unique=False)
        batch_op.create_index(batch_op.f("ix_meal_user_id"), ["user_id"], unique=False)

    op.create_table(
        "red_flag_shown",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("rule", sa.String(length=60), nullable=False),
        sa.Column("level", sa.String(length=8), nullable=False),
        sa.Column("answered_yes", sa.JSON(), nullable=False),
        sa.Column("shown_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("acknowledged_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["account.id"],
            name=op.f("fk_red_flag_shown_user_id_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_red_flag_shown")),
    )
    with op.batch_alter_table("red_flag_shown") as batch_op:
        batch_op.create_index(
            batch_op.f("ix_red_flag_shown_user_id"), ["user_id"], unique=False
        )

    op.create_table(
        "reminder",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("is_on", sa.Boolean(), nullable=False),
        sa.Column("at_local", sa.Time(), nullable=False),
        sa.Column("next_due_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "kind IN ('evening', 'week')", name=op.f("ck_reminder_kind")
        ),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["account.id"],
            name=op.f("fk_reminder_user_id_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reminder")),
        sa.UniqueConstraint("user_id", "kind", name=op.f("uq_reminder_user_id_kind")),
    )
    with op.batch_alter_table("reminder") as batch_op:
        batch_op.create_index(
            batch_op.f("ix_reminder_next_due_at"), ["next_due_at"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_reminder_user_id"), ["user_id"], unique=False
        )

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

    op.create_table(
        "submission",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["account.id"],
            name=op.f("fk_submission_user_id_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_submission")),
        sa.UniqueConstraint("user_id", "key", name=op.f("uq_submission_user_id_key")),
    )
    with op.batch_alter_table("submission") as batch_op:
        batch_op.create_index(
            batch_op.f("ix_submission_user_id"), ["user_id"], unique=False
        )

    op.create_table(
        "supplement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("dose_label", sa.String(length=80), nullable=False),
        sa.Column("amounts", sa.JSON(), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["account.id"],
            name=op.f("fk_supplement_user_id_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_supplement")),
    )
    with op.batch_alter_table("supplement") as batch_op:
        batch_op.create_index(
            batch_op.f("ix_supplement_user_id"), ["user_id"], unique=False
        )

    op.create_table(
        "symptom_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("part", sa.String(length=5), nullable=False),
        sa.Column("symptom", sa.String(length=60), nullable=False),
        sa.Column("severity_0_10", sa.Integer(), nullable=False),
        sa.Column("sites", sa.JSON(), nullable=False),
        sa.Column("part_of_day", sa.String(length=20), nullable=True),
        sa.Column("duration_min", sa.Integer(), nullable=True),
        sa.Column("times_count", sa.Integer(), nullable=True),
        sa.Column("woke_me", sa.Boolean(), nullable=True),
        sa.Column("eased_by", sa.String(length=20), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "part IN ('day', 'night')", name=op.f("ck_symptom_entry_part")
        ),
        sa.CheckConstraint(
            "severity_0_10 BETWEEN 0 AND 10",
            name=op.f("ck_symptom_entry_severity_0_10"),
        ),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["account.id"],
            name=op.f("fk_symptom_entry_user_id_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_symptom_entry")),
        sa.UniqueConstraint(
            "user_id",
            "date",
            "part",
            "symptom",
            name=op.f("uq_symptom_entry_user_id_date_part_symptom"),
        ),
    )
    with op.batch_alter_table("symptom_entry") as batch_op:
        batch_op.create_index(
            batch_op.f("ix_symptom_entry_user_id"), ["user_id"], unique=False
        )

    op.create_table(
        "food_portion",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("food_id", sa.String(length=120), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("label", sa.String(length=80), nullable=False),
        sa.Column("grams", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(
            ["food_id"],
            ["food.id"],
            name=op.f("fk_food_portion_food_id_food"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_food_portion")),
        sa.UniqueConstraint("food_id", "seq", name=op.f("uq_food_portion_food_id_seq")),
    )
    with op.batch_alter_table("food_portion") as batch_op:
        batch_op.create_index(
            batch_op.f("ix_food_portion_food_id"), ["food_id"], unique=False
        )

    op.create_table(
        "meal_item",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meal_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("food_id", sa.String(length=120), nullable=True),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("amount_g", sa.Double(), nullable=True),
        sa.Column("amount_label", sa.String(length=80), nullable=False),
        sa.Column("amount_source", sa.String(length=8), nullable=False),
        sa.CheckConstraint(
            "amount_source IN ('stated', 'portion', 'assumed', 'unknown')",
            name=op.f("ck_meal_item_amount_source"),
        ),
        sa.CheckConstraint(
            "amount_g IS NULL OR amount_g > 0", name=op.f("ck_meal_item_amount_g")
        ),
        sa.ForeignKeyConstraint(
            ["food_id"], ["food.id"], name=op.f("fk_meal_item_food_id_food")
        ),
        sa.ForeignKeyConstraint(
            ["meal_id"],
            ["meal.id"],
            name=op.f("fk_meal_item_meal_id_meal"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meal_item")),
    )
    with op.batch_alter_table("meal_item") as batch_op:
        batch_op.create_index(
            batch_op.f("ix_meal_item_food_id"), ["food_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_meal_item_meal_id"), ["meal_id"], unique=False
        )

    op.create_table(
        "reminder_sent",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reminder_id", sa.Integer(), nullable=False),
        sa.Column("local_date", sa.Date(), nullable=False),
        sa.Column("claimed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("outcome", sa.String(length=10), nullable=True),
        sa.ForeignKeyConstraint(
            ["reminder_id"],
            ["reminder.id"],
            name=op.f("fk_reminder_sent_reminder_id_reminder"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reminder_sent")),
        sa.UniqueConstraint(
            "reminder_id",
            "local_date",
            name=op.f("uq_reminder_sent_reminder_id_local_date"),
        ),
    )
    with op.batch_alter_table("reminder_sent") as batch_op:
        batch_op.create_index(
            batch_op.f("ix_reminder_sent_reminder_id"), ["reminder_id"], unique=False
        )

    op.create_table(
        "supplement_intake",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("supplement_id", sa.Integer(), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("doses", sa.Double(), nullable=False),
        sa.CheckConstraint("doses > 0", name=op.f("ck_supplement_intake_doses")),
        sa.ForeignKeyConstraint(
            ["supplement_id"],
            ["supplement.id"],
            name=op.f("fk_supplement_intake_supplement_id_supplement"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["account.id"],
            name=op.f("fk_supplement_intake_user_id_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_supplement_intake")),
        sa.UniqueConstraint(
            "supplement_id",
            "date",
            name=op.f("uq_supplement_intake_supplement_id_date"),
        ),
    )
    with op.batch_alter_table("supplement_intake") as batch_op:
        batch_op.create_index(
            batch_op.f("ix_supplement_intake_date"), ["date"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_supplement_intake_supplement_id"),
            ["supplement_id"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_supplement_intake_user_id"), ["user_id"], unique=False
        )


def downgrade() -> None:  # noqa: PLR0915
    with op.batch_alter_table("supplement_intake") as batch_op:
        batch_op.drop_index(batch_op.f("ix_supplement_intake_user_id"))
        batch_op.drop_index(batch_op.f("ix_supplement_intake_supplement_id"))
        batch_op.drop_index(batch_op.f("ix_supplement_intake_date"))

    op.drop_table("supplement_intake")
    with op.batch_alter_table("reminder_sent") as batch_op:
        batch_op.drop_index(batch_op.f("ix_reminder_sent_reminder_id"))

    op.drop_table("reminder_sent")
    with op.batch_alter_table("meal_item") as batch_op:
        batch_op.drop_index(batch_op.f("ix_meal_item_meal_id"))
        batch_op.drop_index(batch_op.f("ix_meal_item_food_id"))

    op.drop_table("meal_item")
    with op.batch_alter_table("food_portion") as batch_op:
        batch_op.drop_index(batch_op.f("ix_food_portion_food_id"))

    op.drop_table("food_portion")
    with op.batch_alter_table("symptom_entry") as batch_op:
        batch_op.drop_index(batch_op.f("ix_symptom_entry_user_id"))

    op.drop_table("symptom_entry")
    with op.batch_alter_table("supplement") as batch_op:
        batch_op.drop_index(batch_op.f("ix_supplement_user_id"))

    op.drop_table("supplement")
    with op.batch_alter_table("submission") as batch_op:
        batch_op.drop_index(batch_op.f("ix_submission_user_id"))

    op.drop_table("submission")
    with op.batch_alter_table("stored_report") as batch_op:
        batch_op.drop_index(batch_op.f("ix_stored_report_user_id"))

    op.drop_table("stored_report")
    with op.batch_alter_table("reminder") as batch_op:
        batch_op.drop_index(batch_op.f("ix_reminder_user_id"))
        batch_op.drop_index(batch_op.f("ix_reminder_next_due_at"))

    op.drop_table("reminder")
    with op.batch_alter_table("red_flag_shown") as batch_op:
        batch_op.drop_index(batch_op.f("ix_red_flag_shown_user_id"))

    op.drop_table("red_flag_shown")
    with op.batch_alter_table("meal") as batch_op:
        batch_op.drop_index(batch_op.f("ix_meal_user_id"))
        batch_op.drop_index(batch_op.f("ix_meal_date"))

    op.drop_table("meal")
    with op.batch_alter_table("invitation") as batch_op:
        batch_op.drop_index(batch_op.f("ix_invitation_created_by"))

    op.drop_table("invitation")
    with op.batch_alter_table("food") as batch_op:
        batch_op.drop_index(batch_op.f("ix_food_user_id"))
        batch_op.drop_index(batch_op.f("ix_food_source"))

    op.drop_table("food")
    with op.batch_alter_table("day") as batch_op:
        batch_op.drop_index(batch_op.f("ix_day_user_id"))

    op.drop_table("day")
    with op.batch_alter_table("sign_in_attempt") as batch_op:
        batch_op.drop_index(batch_op.f("ix_sign_in_attempt_mail"))
        batch_op.drop_index(batch_op.f("ix_sign_in_attempt_at"))

    op.drop_table("sign_in_attempt")
    op.drop_table("reference_load")
    op.drop_table("account")
