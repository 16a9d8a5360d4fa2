import OrderedCollections

/// The cookies of the one host there is.
struct CookieJar {
    private struct Cookie {
        var value: String
        /// Since the clock started; nil for the life of the window.
        var expiry: Duration?
    }

    private var cookies: OrderedDictionary<String, Cookie> = [:]

    mutating func set(_ name: String, to value: String, until expiry: Duration? = nil) {
        cookies[name] = value.isEmpty ? nil : Cookie(value: value, expiry: expiry)
    }

    /// Keeps the flash for the next page that is requested within a minute.
    mutating func setFlash(_ flash: String, at now: Duration) {
        set("__phoenix_flash__", to: flash, until: now + .seconds(60))
    }

    /// Takes over what a response sets; an empty value deletes.
    mutating func merge(_ values: OrderedDictionary<String, String>) {
        for (name, value) in values { set(name, to: value) }
    }

    /// What a request carries at a time.
    func values(at now: Duration) -> OrderedDictionary<String, String> {
        cookies.filter { entry in entry.value.expiry.map { $0 > now } ?? true }.mapValues(\.value)
    }
}
