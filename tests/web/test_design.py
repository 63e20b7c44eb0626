def test_the_demonstration_shows_every_component(ana, session, get_page):
    ana.account(session).is_demo = True
    session.commit()
    page = get_page(ana.client, "/design")
    assert page.h1 == "Components"
    assert "The three marks" in page.text


def test_nobody_else_has_that_page(ana):
    assert ana.client.get("/design").status_code == 404
