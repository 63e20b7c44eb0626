"""The columns of the exported tables, in their order; a change is a new schema."""

from journal.domain.nutrition import NUTRIENT_KEYS

DAY_COLUMNS = (
    "date",
    "day_status",
    "meals_skipped",
    "water_ml",
    "sun_min",
    "exercise_min",
    "alcohol_g",
    "caffeine_mg",
    "night_sleep_min",
    "supplements_answered",
    "note",
    "updated_at",
    "schema_version",
)
SYMPTOM_COLUMNS = (
    "id",
    "date",
    "part",
    "symptom",
    "label",
    "severity_0_10",
    "state",
    "sites",
    "part_of_day",
    "duration_min",
    "times_count",
    "woke_me",
    "eased_by",
    "note",
    "updated_at",
    "schema_version",
)
MEAL_COLUMNS = (
    "id",
    "date",
    "slot",
    "position",
    "food_id",
    "food",
    "said",
    "match_0_1",
    "amount_label",
    "amount_g",
    "amount_source",
    "source",
    "source_code",
    "nutrients_known",
    "nutrients_kept",
    "nutrients_of_another_food",
    *NUTRIENT_KEYS,
    "logged_at",
    "schema_version",
)
SUPPLEMENT_COLUMNS = (
    "id",
    "date",
    "supplement",
    "dose_label",
    "doses",
    *NUTRIENT_KEYS,
    "schema_version",
)
FOOD_COLUMNS = (
    "id",
    "name",
    "category",
    "source",
    "source_code",
    *(f"{key}_per_100_g" for key in NUTRIENT_KEYS),
    "schema_version",
)
IMPORTED_COLUMNS = (
    "date",
    "program",
    "called_complete",
    "originals",
    *(f"{key}_by_program" for key in NUTRIENT_KEYS),
    "schema_version",
)
INTAKE_COLUMNS = (
    "date",
    "day_status",
    *(
        f"{key}_{part}"
        for key in NUTRIENT_KEYS
        for part in ("food", "supplements", "known_share_0_1")
    ),
    "schema_version",
)
