"""Made-up everyday sentences, and questions about them."""

import random

WHO = "Ana Rui Marta the_dentist the_landlord my_sister the_plumber Dr_Silva my_boss the_school grandma Tom"
DID = "called wrote_to met argued_with paid thanked waited_for forgot_about visited asked promised helped"
WHAT = (
    "the_rent a_leaking_tap the_birthday_cake my_passport the_car_insurance a_new_desk the_choir_practice my_back_pain"
    " the_garden_fence a_train_ticket the_tax_return my_winter_coat the_broken_oven a_surprise_party the_library_books"
    " my_blood_test the_school_trip a_loan the_holiday_in_Porto my_noisy_neighbours the_cat the_piano a_job_offer"
)
WHERE = "at_home in_the_office on_the_phone by_the_river at_the_market in_the_car after_lunch before_school"
ASK = ("what did I say about {}?", "when did I last see {}?", "where was that with {}?", "{}")


def sentence(rng: random.Random, number: int) -> str:
    """Something said, no two alike."""
    did, who, what, where = (rng.choice(words.split()) for words in (DID, WHO, WHAT, WHERE))
    rest = f"and it took {number % 97} minutes, which was more than I had planned for that day, note {number}"
    return f"I {did} {who} about {what} {where} {rest}".replace("_", " ")


def question(rng: random.Random) -> str:
    """Something to find again."""
    return rng.choice(ASK).format(rng.choice([*WHO.split(), *WHAT.split()])).replace("_", " ")
