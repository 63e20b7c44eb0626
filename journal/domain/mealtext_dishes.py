"""Dishes that hold other foods, and the foods that are told as what is in them."""

from __future__ import annotations

from journal.domain.foodmatch import stem


def _stems(words: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words.split())


#: Between or on bread, which is part of it.
BREADED = _stems(
    "sandwich sand sandw sarnie butty burger hamburger cheeseburger sub toastie panini"
    " blt dog"
)
#: Told more closely after a comma, as tables do: "muffin, blueberry".
TURNED = _stems(
    "muffin soup juice yogurt yoghurt cookie pie cake pudding dressing oil lasagne"
    " lasagna sandwich bar smoothie milkshake shake tea milk"
    " water pancake pancakes stew omelette omelet"
)
_SWEET = "chocolate choc vanilla strawberry raspberry blueberry caramel lemon mocha"
#: What a thing may be told to be after a comma: "a small milkshake, chocolate".
DISH_FLAVOURS: dict[str, frozenset[str]] = {
    stem(thing): _stems(flavours)
    for things, flavours in (
        ("milkshake shake smoothie yogurt yoghurt muffin cake cookie pudding", _SWEET),
        ("soup", "tomato mushroom lentil minestrone"),
        ("juice", "orange apple cranberry grapefruit pineapple"),
        ("sandwich", "ham tuna"),
        ("tea", "green peppermint chamomile"),
        ("milk", "semi skimmed skim"),
        ("water", "sparkling still"),
    )
    for thing in things.split()
}
#: With two fillings told as one: "a ham and cheese omelette".
LAYERED = _stems("omelette omelet wrap quesadilla burrito pizza pie quiche panini")
#: Beside a stir-fry, not in it.
BESIDE = _stems("noodles noodle rice potato potatoes beans")
#: Made with milk, or of fruit and milk.
MILKY = _stems("latte cappuccino mocha macchiato smoothie shake milkshake")
BLENDED = frozenset(["smoothie", "shake", "milkshake"])
#: Told with what is in them: "a burrito with egg and cheese".
FILLED = BREADED | _stems(
    """
    wrap burrito taco quesadilla omelette omelet frittata pizza pho ramen stew curry
    casserole quiche pie fajita fajitas enchilada soup chili chilli chile kebab gyro
    lasagna lasagne scramble biryani paella risotto ravioli tortellini dumpling
    dumplings calzone bibimbap smoothie thai roll nachos jambalaya gumbo
    chowder stroganoff hash sushi gnocchi tostada moussaka cannelloni manicotti
    pocket pockets fry mein gordita chimichanga empanada tamale pupusa arepa
    """
)
#: Named with or without what is in them: "salad with chicken".
NAMED_WITH = FILLED | _stems("salad rice noodles pasta spaghetti macaroni potato")
#: Baked with what is told: "an oatmeal cookie with raisins".
BAKED = _stems(
    """
    cookie cookies biscuit muffin cake doughnut donut brownie cupcake pastry danish
    scone bun roll
    """
)
BAKED_IN = _stems(
    """
    raisins raisin nuts nut walnuts pecans chocolate chip chips icing frosting fruit
    cinnamon sprinkles cranberries blueberries sultanas glaze
    """
)
BREADS = _stems(
    """
    bread toast roll bun bagel rye sourdough ciabatta baguette croissant brioche
    focaccia muffin pitta pita wheat wholemeal multigrain granary pumpernickel
    wholewheat oat kaiser white brown whole grain english ww
    """
)
MILKS = _stems(
    """
    milk soya soy almond oat coconut skim skimmed semi nonfat fat cream yogurt yoghurt
    banana berry berries strawberry strawberries blueberry blueberries mango spinach
    kale low whole reduced non dairy non-dairy plant based vegan
    """
)
FILLINGS = _stems(
    """
    egg eggs cheese cheddar mozzarella feta swiss parmesan meat chicken beef pork lamb
    ham bacon sausage turkey tuna prawn prawns shrimp tofu chorizo pepperoni salami
    steak mince vegetable vegetables veggies tomato tomatoes onion onions mushroom
    mushrooms pepper peppers spinach lettuce cucumber bean beans potato potatoes
    noodles noodle peas carrot carrots sweetcorn corn olives basil garlic herbs mayo
    mayonnaise mustard ketchup pickle pickles jalapenos salsa
    """
)
#: Told before a filling, they tell which: "Monterey Jack cheese", "refried beans".
KINDS = _stems(
    """
    ground monterey monterrey jack colby american blue goat goats refried black pinto
    kidney red green yellow spring pulled shredded diced cherry baby sour cream crispy
    iceberg romaine grated melted caramelised caramelized sundried sun dried
    """
)
#: Cooked of several vegetables that name it: "lentil, pea and barley soup".
STEWED = _stems("soup stew broth chowder crumble casserole hotpot curry bake tagine")
VEGETABLES = _stems(
    """
    lentil lentils pea peas split barley leek leeks potato carrot carrots coriander
    tomato basil butternut squash pumpkin sweet pepper peppers onion kale cauliflower
    broccoli stilton celery parsnip ginger courgette zucchini cabbage chickpea chickpeas
    chorizo asparagus watercress sweetcorn corn apple blackberry rhubarb pear plum
    """
)
#: Listed before a sandwich, also what elsewhere is eaten beside a dish.
SANDWICHED = _stems(
    """
    jam jelly pb peanut butter nutella hummus avocado salmon crab coleslaw rocket pesto
    falafel brie chutney halloumi strawberry raspberry cranberry banana
    """
)
