"""Ways of cooking, said before a food or its amount."""

from __future__ import annotations

#: Past forms as said of food; "cooked" itself says too little to change a food.
METHODS = frozenset(
    """
    grilled roasted roast fried sauteed steamed boiled baked charred griddled wilted
    scrambled poached mashed microwaved toasted
    """.split()  # noqa: SIM905
)
