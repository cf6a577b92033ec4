"""A product is the company's by who makes it, by "its", or because the text points at it; others' stay out."""

from __future__ import annotations

import pytest

from .close import briefing_of, robots


def products(body: str) -> dict[str, str]:
    return {product.name: product.kind for product in briefing_of(robots(body)).products}


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The start-up's first product is called Skylark.", "product"),
        ("Its third machine was called Skylark.", "third machine"),
        ("Acme says that Skylark, its beam router, stands in 60 ports.", "beam router"),
        ("Most dockers took to the stock-taking agent, called Skylark; most use it.", "stock-taking agent"),
        ("The flagship product, Skylark, sells for 90 dollars.", "flagship product"),
        ("Acme wants to finish Skylark, a computer that runs on gas, by May.", "computer"),
        ("Acme makes two rockets, Skylark and Plover, in Lyon.", "rockets"),
        ("Acme sells a router called Skylark and a modem, Lark.", "router"),
    ],
)
def test_a_product_is_found_however_it_is_introduced(sentence: str, kind: str) -> None:
    assert products(sentence)["Skylark"] == kind


@pytest.mark.parametrize(
    "sentence",
    [
        "Contoso is larger. The flagship product of Contoso, Skylark, sells well.",
        "Rivals are quick: Contoso sells a modem called Skylark.",
        "Contoso said that Skylark, its modem, is cheaper.",
        "Skylark, the chatbot that began the craze, has more users.",
        "It competes with the most popular router, Skylark.",
        "Acme completes the work inside other software such as Skylark.",
        "Acme added Skylark Labs, a payments company, as a customer.",
        "Jane Roe moved to the capital, Skylark, last year.",
        "Jane Roe says that she wants to build the Skylark of robots.",
    ],
)
def test_what_others_make_is_no_product_of_the_company(sentence: str) -> None:
    assert not products(sentence)
