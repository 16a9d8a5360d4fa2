import LiveProtocol

// Each command twice: to begin a chain, and to lengthen one.
extension JS {
    /// Adds classes, divided by spaces.
    public static func addClass(
        _ names: String, to target: JSTarget? = nil, transition: JSTransition? = nil, time: Int? = nil,
        blocking: Bool = true
    ) -> JS {
        JS().addClass(names, to: target, transition: transition, time: time, blocking: blocking)
    }

    /// Adds classes, divided by spaces.
    public func addClass(
        _ names: String, to target: JSTarget? = nil, transition: JSTransition? = nil, time: Int? = nil,
        blocking: Bool = true
    ) -> JS {
        adding(
            .addClass(
                Self.names(in: names), to: target, transition: transition,
                timing: JSTiming(time: time, isBlocking: blocking)))
    }

    /// Removes classes, divided by spaces.
    public static func removeClass(
        _ names: String, to target: JSTarget? = nil, transition: JSTransition? = nil, time: Int? = nil,
        blocking: Bool = true
    ) -> JS {
        JS().removeClass(names, to: target, transition: transition, time: time, blocking: blocking)
    }

    /// Removes classes, divided by spaces.
    public func removeClass(
        _ names: String, to target: JSTarget? = nil, transition: JSTransition? = nil, time: Int? = nil,
        blocking: Bool = true
    ) -> JS {
        adding(
            .removeClass(
                Self.names(in: names), to: target, transition: transition,
                timing: JSTiming(time: time, isBlocking: blocking)))
    }

    /// Adds the classes that are absent and removes those that are there.
    public static func toggleClass(
        _ names: String, to target: JSTarget? = nil, transition: JSTransition? = nil, time: Int? = nil,
        blocking: Bool = true
    ) -> JS {
        JS().toggleClass(names, to: target, transition: transition, time: time, blocking: blocking)
    }

    /// Adds the classes that are absent and removes those that are there.
    public func toggleClass(
        _ names: String, to target: JSTarget? = nil, transition: JSTransition? = nil, time: Int? = nil,
        blocking: Bool = true
    ) -> JS {
        adding(
            .toggleClass(
                Self.names(in: names), to: target, transition: transition,
                timing: JSTiming(time: time, isBlocking: blocking)))
    }

    /// Sets an attribute.
    public static func setAttribute(_ name: String, _ value: String, to target: JSTarget? = nil) -> JS {
        JS().setAttribute(name, value, to: target)
    }

    /// Sets an attribute.
    public func setAttribute(_ name: String, _ value: String, to target: JSTarget? = nil) -> JS {
        adding(.setAttribute(name: name, value: value, to: target))
    }

    /// Removes an attribute.
    public static func removeAttribute(_ name: String, to target: JSTarget? = nil) -> JS {
        JS().removeAttribute(name, to: target)
    }

    /// Removes an attribute.
    public func removeAttribute(_ name: String, to target: JSTarget? = nil) -> JS {
        adding(.removeAttribute(name: name, to: target))
    }

    /// Sets an attribute where it is absent and removes it where it is there; with two values, changes one for the other.
    public static func toggleAttribute(
        _ name: String, _ value: String, _ otherValue: String? = nil, to target: JSTarget? = nil
    ) -> JS {
        JS().toggleAttribute(name, value, otherValue, to: target)
    }

    /// Sets an attribute where it is absent and removes it where it is there; with two values, changes one for the other.
    public func toggleAttribute(
        _ name: String, _ value: String, _ otherValue: String? = nil, to target: JSTarget? = nil
    ) -> JS {
        adding(.toggleAttribute(name: name, value: value, otherValue: otherValue, to: target))
    }

    /// Leaves attributes to the client in later updates; `*` in a name stands for anything.
    public static func ignoreAttributes(_ names: [String], to target: JSTarget? = nil) -> JS {
        JS().ignoreAttributes(names, to: target)
    }

    /// Leaves attributes to the client in later updates; `*` in a name stands for anything.
    public func ignoreAttributes(_ names: [String], to target: JSTarget? = nil) -> JS {
        adding(.ignoreAttributes(names, to: target))
    }

    private static func names(in text: String) -> [String] { text.split(separator: " ").map(String.init) }
}
