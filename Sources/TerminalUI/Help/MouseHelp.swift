/// What the mouse does, as lines of help.
enum MouseHelp {
    static func lines(isOn: Bool) -> [HelpLine] {
        let group = "Mouse"
        guard isOn else { return [HelpLine(keys: "mouse", does: "is the terminal's", group: group)] }
        return [
            HelpLine(keys: "click", does: "what a browser's click does", group: group),
            HelpLine(keys: "drag", does: "select text, and copy it", group: group),
            HelpLine(keys: "wheel", does: "scroll", group: group),
            HelpLine(keys: "shift+drag", does: "select as the terminal does", group: group),
        ]
    }
}
