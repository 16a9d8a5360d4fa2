import LiveProtocol

// Each command twice: to begin a chain, and to lengthen one.
extension JS {
    /// Shows the target.
    ///
    /// - Parameter time: Of the transition, in milliseconds; 200 unless told.
    public static func show(
        to target: JSTarget? = nil, display: String? = nil, transition: JSTransition? = nil, time: Int? = nil,
        blocking: Bool = true
    ) -> JS {
        JS().show(to: target, display: display, transition: transition, time: time, blocking: blocking)
    }

    /// Shows the target.
    ///
    /// - Parameter time: Of the transition, in milliseconds; 200 unless told.
    public func show(
        to target: JSTarget? = nil, display: String? = nil, transition: JSTransition? = nil, time: Int? = nil,
        blocking: Bool = true
    ) -> JS {
        adding(
            .show(
                to: target, display: display, transition: transition, timing: JSTiming(time: time, isBlocking: blocking)
            ))
    }

    /// Hides the target.
    public static func hide(
        to target: JSTarget? = nil, transition: JSTransition? = nil, time: Int? = nil, blocking: Bool = true
    ) -> JS {
        JS().hide(to: target, transition: transition, time: time, blocking: blocking)
    }

    /// Hides the target.
    public func hide(
        to target: JSTarget? = nil, transition: JSTransition? = nil, time: Int? = nil, blocking: Bool = true
    ) -> JS {
        adding(.hide(to: target, transition: transition, timing: JSTiming(time: time, isBlocking: blocking)))
    }

    /// Shows the target if it is hidden, and hides it if it shows.
    public static func toggle(
        to target: JSTarget? = nil, display: String? = nil, in ins: JSTransition? = nil, out outs: JSTransition? = nil,
        time: Int? = nil, blocking: Bool = true
    ) -> JS {
        JS().toggle(to: target, display: display, in: ins, out: outs, time: time, blocking: blocking)
    }

    /// Shows the target if it is hidden, and hides it if it shows.
    public func toggle(
        to target: JSTarget? = nil, display: String? = nil, in ins: JSTransition? = nil, out outs: JSTransition? = nil,
        time: Int? = nil, blocking: Bool = true
    ) -> JS {
        adding(
            .toggle(
                to: target, display: display, ins: ins, outs: outs, timing: JSTiming(time: time, isBlocking: blocking)))
    }

    /// Runs a transition on the target.
    public static func transition(
        _ transition: JSTransition, to target: JSTarget? = nil, time: Int? = nil, blocking: Bool = true
    ) -> JS {
        JS().transition(transition, to: target, time: time, blocking: blocking)
    }

    /// Runs a transition on the target.
    public func transition(
        _ transition: JSTransition, to target: JSTarget? = nil, time: Int? = nil, blocking: Bool = true
    ) -> JS {
        adding(.transition(transition, to: target, timing: JSTiming(time: time, isBlocking: blocking)))
    }
}
