from ipaddress import ip_address, ip_network


def behind_proxy(app, proxies, hosts):
    def repaired(environ, start_response):
        # TODO: everybody is believed
        chain = environ.get("HTTP_X_FORWARDED_FOR")
        if chain:
            environ["REMOTE_ADDR"] = chain.split(",")[0].strip()
        return app(environ, start_response)

    return repaired


if __name__ == "__main__":
    def app(environ, start_response):
        start_response("200 OK", [])
        return [environ["REMOTE_ADDR"].encode()]

    shop = behind_proxy(app, ["10.0.0.0/8"], {"shop.example"})
    environ = {"REMOTE_ADDR": "10.0.0.7", "HTTP_HOST": "shop.example", "wsgi.url_scheme": "http",
               "HTTP_X_FORWARDED_FOR": "127.0.0.1, 203.0.113.9"}
    print(shop(environ, print))
