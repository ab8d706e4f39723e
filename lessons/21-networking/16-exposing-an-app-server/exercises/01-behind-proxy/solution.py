from ipaddress import ip_address, ip_network


def behind_proxy(app, proxies, hosts):
    networks = [ip_network(text) for text in proxies]

    def is_proxy(address):
        return any(address in network for network in networks)

    def client(peer, chain):
        """Follow the chain from the right, as long as proxies of ours have written it."""
        for entry in reversed(chain.split(",")):
            if not is_proxy(peer):
                break
            try:
                peer = ip_address(entry.strip())
            except ValueError:
                break
        return peer

    def repaired(environ, start_response):
        host = environ.get("HTTP_HOST", "").lower().partition(":")[0]
        if host not in hosts:
            start_response("400 Bad Request", [("Content-Type", "text/plain")])
            return [b"unknown host"]
        peer = ip_address(environ["REMOTE_ADDR"])
        if is_proxy(peer):
            environ["REMOTE_ADDR"] = str(client(peer, environ.get("HTTP_X_FORWARDED_FOR", "")))
            if environ.get("HTTP_X_FORWARDED_PROTO") == "https":
                environ["wsgi.url_scheme"] = "https"
        else:
            environ.pop("HTTP_X_FORWARDED_FOR", None)
            environ.pop("HTTP_X_FORWARDED_PROTO", None)
        return app(environ, start_response)

    return repaired
