import Markup

extension Meta {
    /// A banner for every flash message, in the order in which they were put; a click, or its key, takes it away.
    ///
    /// Each is a paragraph with the id `flash-KEY`, whose class is the key. Errors and warnings are read out at once, all
    /// others when there is time. They stand in an element of their own, so that what follows them stays the same element
    /// when they come and go.
    ///
    /// - Parameter hidesAtOnce: Whether the client hides a banner without waiting for the view's answer.
    public func flashBanners(hidesAtOnce: Bool = false) -> Rendered { flash.banners(hidesAtOnce: hidesAtOnce) }
}

extension Flash {
    /// The banners of messages.
    ///
    /// - Parameter target: The number of the component whose messages they are; none for those of the view.
    func banners(hidesAtOnce: Bool, of target: Int? = nil) -> Rendered {
        let group = target.map { "banners-\($0)" } ?? "banners"
        let prefix = target.map { "flash-\($0)-" } ?? "flash-"
        return """
            <div id="\(group)">\(map { key, message in
                banner(key, message, id: prefix + key, hidesAtOnce: hidesAtOnce, of: target)
            })</div>
            """
    }

    private func banner(
        _ key: String, _ message: FlashValue, id: String, hidesAtOnce: Bool, of target: Int?
    ) -> Rendered {
        let click = hidesAtOnce ? JS.push("lv:clear-flash").hide(to: .element(id)).json : "lv:clear-flash"
        return """
            <p id="\(id)" class="\(key)" role="\(Self.role(of: key))" phx-click="\(click)" phx-value-key="\(key)" \
            \(attribute: "phx-target", target)>\(message)</p>
            """
    }

    /// The role of a message's element.
    private static func role(of key: String) -> String {
        ["error", "danger", "alert", "warning"].contains(key) ? "alert" : "status"
    }
}
