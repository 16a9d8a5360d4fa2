import LiveProtocol
import OrderedCollections

// Each command twice: to begin a chain, and to lengthen one.
extension JS {
    /// Sends an event to the view, or to the component that `target` names.
    ///
    /// - Parameters:
    ///   - value: Goes along; it counts more than `phx-value-*`.
    ///   - loading: A selector of what else shows that it is loading.
    public static func push(
        _ event: String, value: OrderedDictionary<String, JSONValue>? = nil, target: JSPush.Target? = nil,
        loading: String? = nil, pageLoading: Bool = false
    ) -> JS {
        JS().push(event, value: value, target: target, loading: loading, pageLoading: pageLoading)
    }

    /// Sends an event to the view, or to the component that `target` names.
    ///
    /// - Parameters:
    ///   - value: Goes along; it counts more than `phx-value-*`.
    ///   - loading: A selector of what else shows that it is loading.
    public func push(
        _ event: String, value: OrderedDictionary<String, JSONValue>? = nil, target: JSPush.Target? = nil,
        loading: String? = nil, pageLoading: Bool = false
    ) -> JS {
        adding(.push(JSPush(event: event, target: target, loading: loading, pageLoading: pageLoading, value: value)))
    }

    /// Goes to another view over the same connection.
    public static func navigate(_ href: JSAddress, replace: Bool = false) -> JS {
        JS().navigate(href, replace: replace)
    }

    /// Goes to another view over the same connection.
    public func navigate(_ href: JSAddress, replace: Bool = false) -> JS {
        adding(.navigate(href: href.text, replace: replace))
    }

    /// Changes the address within the same view.
    public static func patch(_ href: JSAddress, replace: Bool = false) -> JS {
        JS().patch(href, replace: replace)
    }

    /// Changes the address within the same view.
    public func patch(_ href: JSAddress, replace: Bool = false) -> JS {
        adding(.patch(href: href.text, replace: replace))
    }

    /// Dispatches a DOM event.
    ///
    /// - Parameters:
    ///   - detail: What the event carries; a `click` carries nothing.
    ///   - blocking: Whether updates wait until the event's `done` is called.
    public static func dispatch(
        _ event: String, to target: JSTarget? = nil, detail: OrderedDictionary<String, JSONValue>? = nil,
        bubbles: Bool? = nil, blocking: Bool = false
    ) -> JS {
        JS().dispatch(event, to: target, detail: detail, bubbles: bubbles, blocking: blocking)
    }

    /// Dispatches a DOM event.
    ///
    /// - Parameters:
    ///   - detail: What the event carries; a `click` carries nothing.
    ///   - blocking: Whether updates wait until the event's `done` is called.
    public func dispatch(
        _ event: String, to target: JSTarget? = nil, detail: OrderedDictionary<String, JSONValue>? = nil,
        bubbles: Bool? = nil, blocking: Bool = false
    ) -> JS {
        adding(
            .dispatch(
                event: event, to: target, detail: event == "click" ? nil : detail, bubbles: bubbles, blocking: blocking)
        )
    }

    /// Runs the commands in an attribute of the target.
    public static func exec(_ attribute: String, to target: JSTarget? = nil) -> JS {
        JS().exec(attribute, to: target)
    }

    /// Runs the commands in an attribute of the target.
    public func exec(_ attribute: String, to target: JSTarget? = nil) -> JS {
        adding(.exec(attribute: attribute, to: target))
    }

    /// Clicks the target.
    public static func click(to target: JSTarget? = nil) -> JS { JS().click(to: target) }

    /// Clicks the target.
    public func click(to target: JSTarget? = nil) -> JS { dispatch("click", to: target) }
}
