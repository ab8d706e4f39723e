def changed(settings, **values):
    """Change some settings while a block runs."""
    # TODO
    settings.update(values)
    yield settings


if __name__ == "__main__":
    settings = {"lang": "en"}
    with changed(settings, lang="de", debug=True):
        print(settings)
    print(settings)
