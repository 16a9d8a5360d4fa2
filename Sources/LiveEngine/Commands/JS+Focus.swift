import LiveProtocol

// Each command twice: to begin a chain, and to lengthen one.
extension JS {
    /// Focuses the target.
    public static func focus(to target: JSTarget? = nil) -> JS {
        JS().focus(to: target)
    }

    /// Focuses the target.
    public func focus(to target: JSTarget? = nil) -> JS {
        adding(.focus(to: target))
    }

    /// Focuses the first control in the target.
    public static func focusFirst(to target: JSTarget? = nil) -> JS {
        JS().focusFirst(to: target)
    }

    /// Focuses the first control in the target.
    public func focusFirst(to target: JSTarget? = nil) -> JS {
        adding(.focusFirst(to: target))
    }

    /// Remembers the target, to be focused by `popFocus`.
    public static func pushFocus(to target: JSTarget? = nil) -> JS {
        JS().pushFocus(to: target)
    }

    /// Remembers the target, to be focused by `popFocus`.
    public func pushFocus(to target: JSTarget? = nil) -> JS {
        adding(.pushFocus(to: target))
    }

    /// Focuses what was remembered last.
    public static func popFocus() -> JS {
        JS().popFocus()
    }

    /// Focuses what was remembered last.
    public func popFocus() -> JS {
        adding(.popFocus)
    }
}
