import ipaddress
import re


class Repaired:
    HEADERS = ("HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_PROTO")

    def __init__(self, app, proxies, hosts):
        self.app, self.hosts = app, hosts
        self.proxies = list(map(ipaddress.ip_network, proxies))

    def is_proxy(self, text):
        return any(ipaddress.ip_address(text) in network for network in self.proxies)

    def client(self, environ):
        known = environ["REMOTE_ADDR"]
        entries = [it.strip() for it in environ.get(self.HEADERS[0], "").split(",")]
        while entries and self.is_proxy(known):
            try:
                known = str(ipaddress.ip_address(entries.pop()))
            except ValueError:
                return known
        return known

    def __call__(self, environ, start_response):
        if re.sub(r":\d+$", "", environ.get("HTTP_HOST", "")).lower() not in self.hosts:
            start_response("400 Bad Request", [])
            return []
        environ = dict(environ)
        if self.is_proxy(environ["REMOTE_ADDR"]):
            environ["REMOTE_ADDR"] = self.client(environ)
            if environ.get(self.HEADERS[1], "").lower() == "https":
                environ["wsgi.url_scheme"] = "https"
        else:
            for name in self.HEADERS:
                environ.pop(name, "")
        return self.app(environ, start_response)


def behind_proxy(app, proxies, hosts):
    return Repaired(app, proxies, hosts)
