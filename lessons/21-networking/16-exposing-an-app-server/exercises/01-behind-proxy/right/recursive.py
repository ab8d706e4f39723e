from ipaddress import ip_address, ip_network


def behind_proxy(app, proxies, hosts):
    def trusted(text):
        return any(ip_address(text) in ip_network(proxy) for proxy in proxies)

    def resolve(peer, entries):
        if not entries or not trusted(peer):
            return peer
        *others, last = entries
        try:
            ip_address(last)
        except ValueError:
            return peer
        return resolve(last, others)

    def application(environ, start_response):
        if environ.get("HTTP_HOST", "").split(":")[0].casefold() not in hosts:
            start_response("400 Bad Request", [("Content-Length", "0")])
            return [b""]
        peer = environ["REMOTE_ADDR"]
        chain = environ.pop("HTTP_X_FORWARDED_FOR", "").replace(" ", "").split(",")
        scheme = environ.pop("HTTP_X_FORWARDED_PROTO", "")
        changes = {}
        if trusted(peer):
            changes["REMOTE_ADDR"] = resolve(peer, chain)
            if scheme == "https":
                changes["wsgi.url_scheme"] = scheme
        return app({**environ, **changes}, start_response)

    return application
