# expect: one_at_a_time
def crawl(start, links_of, n_workers):
    pages, errors, to_do = {start}, {}, [start]
    for page in to_do:
        try:
            new = [link for link in links_of(page) if link not in pages]
        except Exception as error:
            errors[page] = error
            continue
        pages.update(new)
        to_do.extend(new)
    return pages, errors
