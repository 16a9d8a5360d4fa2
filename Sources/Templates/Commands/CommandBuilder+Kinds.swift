import LiveProtocol

extension CommandBuilder {
    static let visibility = [
        CommandBuilder("show", ["to?", "transition?", "time?", "display?", "blocking?"]) {
            (arguments) throws(TemplateError) in
            .show(
                to: try arguments.target(0), display: try arguments.text(3), transition: try arguments.transition(1),
                timing: try arguments.timing(time: 2, blocking: 4))
        },
        CommandBuilder("hide", ["to?", "transition?", "time?", "blocking?"]) { (arguments) throws(TemplateError) in
            .hide(
                to: try arguments.target(0), transition: try arguments.transition(1),
                timing: try arguments.timing(time: 2, blocking: 3))
        },
        CommandBuilder("toggle", ["to?", "in_transition?", "out_transition?", "time?", "display?", "blocking?"]) {
            (arguments) throws(TemplateError) in
            .toggle(
                to: try arguments.target(0), display: try arguments.text(4), ins: try arguments.transition(1),
                outs: try arguments.transition(2), timing: try arguments.timing(time: 3, blocking: 5))
        },
        CommandBuilder("transition", ["to", "transition", "time?", "blocking?"]) { (arguments) throws(TemplateError) in
            guard let transition = try arguments.transition(1) else {
                throw arguments.invalid(1, expected: "class names")
            }
            return .transition(
                transition, to: try arguments.target(0), timing: try arguments.timing(time: 2, blocking: 3))
        },
    ]

    static let classes = [
        classCommand("add_class") { .addClass($0, to: $1, transition: $2, timing: $3) },
        classCommand("remove_class") { .removeClass($0, to: $1, transition: $2, timing: $3) },
        classCommand("toggle_class") { .toggleClass($0, to: $1, transition: $2, timing: $3) },
    ]

    /// A command that takes a target and any number of class names.
    private static func classCommand(
        _ name: String, _ make: @escaping @Sendable ([String], JSTarget?, JSTransition?, JSTiming) -> JSCommand
    ) -> CommandBuilder {
        // What comes after the target is class names; options are given by name.
        let options = Signature("js.\(name)", ["names?", "transition?", "time?", "blocking?"])
        return CommandBuilder(name, ["to?", "*"]) { (arguments) throws(TemplateError) in
            let bound = try options.bind(Arguments(run: arguments.run, named: arguments.named), at: arguments.offset)
            var names = try bound.classNames(bound[0], 0)
            for value in arguments.rest { names += try bound.classNames(value, 0) }
            let timing = try bound.timing(time: 2, blocking: 3)
            return make(names, try arguments.target(0), try bound.transition(1), timing)
        }
    }

    static let attributes = [
        CommandBuilder("set_attribute", ["attr", "to?"]) { (arguments) throws(TemplateError) in
            let parts = try arguments.texts(0)
            guard parts.count == 1 || parts.count == 2 else {
                throw arguments.invalid(0, expected: "a name, or a name and a value")
            }
            return .setAttribute(
                name: parts[0], value: parts.count == 2 ? parts[1] : "", to: try arguments.target(1))
        },
        CommandBuilder("remove_attribute", ["attr", "to?"]) { (arguments) throws(TemplateError) in
            .removeAttribute(name: try arguments.text(0) ?? "", to: try arguments.target(1))
        },
        CommandBuilder("toggle_attribute", ["attr", "to?"]) { (arguments) throws(TemplateError) in
            let parts = try arguments.texts(0)
            guard (1...3).contains(parts.count) else {
                throw arguments.invalid(0, expected: "a name, and one or two values")
            }
            return .toggleAttribute(
                name: parts[0], value: parts.count > 1 ? parts[1] : "", otherValue: parts.count > 2 ? parts[2] : nil,
                to: try arguments.target(1))
        },
        CommandBuilder("ignore_attributes", ["attrs", "to?"]) { (arguments) throws(TemplateError) in
            .ignoreAttributes(try arguments.texts(0), to: try arguments.target(1))
        },
    ]

    static let others = [
        CommandBuilder("push", ["event", "value?", "target?", "loading?", "page_loading?"]) {
            (arguments) throws(TemplateError) in
            let push = JSPush(
                event: try arguments.text(0) ?? "", target: try arguments.pushTarget(2),
                loading: try arguments.text(3), pageLoading: arguments.isTrue(4), value: try arguments.object(1))
            return .push(push)
        },
        CommandBuilder("dispatch", ["event", "to?", "detail?", "bubbles?", "blocking?"]) {
            (arguments) throws(TemplateError) in
            .dispatch(
                event: try arguments.text(0) ?? "", to: try arguments.target(1), detail: try arguments.object(2),
                bubbles: arguments[3].map(\.isTrue), blocking: arguments.isTrue(4))
        },
        CommandBuilder("navigate", ["href", "replace?"]) { (arguments) throws(TemplateError) in
            .navigate(href: try arguments.text(0) ?? "", replace: arguments.isTrue(1))
        },
        CommandBuilder("patch", ["href", "replace?"]) { (arguments) throws(TemplateError) in
            .patch(href: try arguments.text(0) ?? "", replace: arguments.isTrue(1))
        },
        CommandBuilder("exec", ["attr", "to?"]) { (arguments) throws(TemplateError) in
            .exec(attribute: try arguments.text(0) ?? "", to: try arguments.target(1))
        },
        CommandBuilder("focus", ["to?"]) { (arguments) throws(TemplateError) in .focus(to: try arguments.target(0)) },
        CommandBuilder("focus_first", ["to?"]) { (arguments) throws(TemplateError) in
            .focusFirst(to: try arguments.target(0))
        },
        CommandBuilder("push_focus", ["to?"]) { (arguments) throws(TemplateError) in
            .pushFocus(to: try arguments.target(0))
        },
        CommandBuilder("pop_focus", []) { _ in .popFocus },
    ]
}
