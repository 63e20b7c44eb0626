"""The tables, as typed SQLAlchemy classes that know no web framework."""

from journal.models.account import Account, Invitation, SignInAttempt
from journal.models.base import Base, UtcDateTime
from journal.models.dataimport import DataChoice, DataImport, DayOrigin, ImportedRow
from journal.models.day import Day, PageUndo, RedFlagShown, Submission, SymptomEntry
from journal.models.finding import FindingMark, Question, SaidWeek
from journal.models.food import (
    Food,
    FoodImport,
    FoodOfImport,
    FoodPortion,
    ReferenceLoad,
    StagedFood,
)
from journal.models.handout import DoctorChoice, DoctorHandout
from journal.models.keptreport import KeptReport
from journal.models.lab import LabResult
from journal.models.meal import Meal, MealItem, Supplement, SupplementIntake
from journal.models.ownfood import (
    FavouriteFood,
    FoodCorrection,
    MealNone,
    MealUndo,
    OwnFood,
    RecipeItem,
    SavedMeal,
    SavedMealItem,
)
from journal.models.push import PushDevice
from journal.models.reminder import Reminder, ReminderSent

__all__ = [
    "Account",
    "Base",
    "DataChoice",
    "DataImport",
    "Day",
    "DayOrigin",
    "DoctorChoice",
    "DoctorHandout",
    "FavouriteFood",
    "FindingMark",
    "Food",
    "FoodCorrection",
    "FoodImport",
    "FoodOfImport",
    "FoodPortion",
    "ImportedRow",
    "Invitation",
    "KeptReport",
    "LabResult",
    "Meal",
    "MealItem",
    "MealNone",
    "MealUndo",
    "OwnFood",
    "PageUndo",
    "PushDevice",
    "Question",
    "RecipeItem",
    "RedFlagShown",
    "ReferenceLoad",
    "Reminder",
    "ReminderSent",
    "SaidWeek",
    "SavedMeal",
    "SavedMealItem",
    "SignInAttempt",
    "StagedFood",
    "Submission",
    "Supplement",
    "SupplementIntake",
    "SymptomEntry",
    "UtcDateTime",
]
