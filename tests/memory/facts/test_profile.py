"""The profile and the vocabulary it is filled from."""

from cairn.memory.facts.languages import SUPPORTED, words
from cairn.memory.facts.profile import BY_ID, PROFILE
from cairn.memory.facts.relations import RELATIONS, ROLES, relation


def test_a_profile_has_27_fields() -> None:
    assert len(PROFILE) == len(BY_ID) == 27


def test_every_field_is_told_in_four_languages() -> None:
    for field in PROFILE:
        for language in ("en", "es", "fr-CA", "pt_BR"):
            assert field.label(language)
            assert "Lisboa" in field.sentence(language, "Lisboa")
            assert "{" not in field.sentence(language, "Lisboa")


def test_a_field_is_filled_by_facts_or_by_the_account() -> None:
    for field in PROFILE:
        assert field.origin == "account" or field.relations, field.id
    assert {field.id for field in PROFILE if field.origin == "account"} == {"name", "time_zone", "app_language"}
    assert {known.field for known in RELATIONS.values()} - {None} <= set(BY_ID)


def test_a_field_with_many_relations_or_values_says_so() -> None:
    for field in PROFILE:
        if any(RELATIONS[name].many for name in field.relations):
            assert field.many, field.id


def test_what_says_the_least_of_a_value_can_be_said_of_several() -> None:
    for field in PROFILE:
        if field.neutral is not None:
            assert field.neutral in field.relations
            assert RELATIONS[field.neutral].many


def test_opposites_are_mutual() -> None:
    for known in RELATIONS.values():
        if known.opposite:
            assert RELATIONS[known.opposite].opposite == known.name


def test_a_word_of_the_speaker_has_one_value() -> None:
    assert not relation("shoe size").many


def test_languages_name_relations_and_roles_of_the_vocabulary() -> None:
    for language in SUPPORTED:
        told = words(language)
        assert set(told.roles) <= set(ROLES)
        assert set(told.attributes) <= set(RELATIONS)
        named = {phrase.relation for phrase in told.phrases}
        named |= {rule.relation for rules in (*told.rules.values(), *told.more.values()) for rule in rules}
        assert named - {"role", "attribute"} <= set(RELATIONS)
        assert set(told.rules) <= set(told.verbs)
