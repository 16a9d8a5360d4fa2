import Markup

// Controls with label and errors: `\(form["name"].text("Name"))`. A control with errors names them, so that they are
// read along with it.
extension FormField {
    /// A line of text.
    ///
    /// - Parameter type: The input's type: `text`, `email`, `search`, `tel`, `url`, `date` and the like.
    public func text(_ label: String, type: String = "text", placeholder: String? = nil) -> Rendered {
        labelled(
            label,
            """
            <input type="\(type)" id="\(id)" name="\(name)" value="\(value(for: type))" \
            \(attribute: "placeholder", placeholder) \(attribute: "aria-describedby", errorsID)>
            """)
    }

    /// A line of text that nobody may read.
    public func password(_ label: String) -> Rendered { text(label, type: "password") }

    /// A number.
    public func number(_ label: String, min: Double? = nil, max: Double? = nil, step: Double? = nil) -> Rendered {
        labelled(
            label,
            """
            <input type="number" id="\(id)" name="\(name)" value="\(value)" \(attribute: "min", Self.plain(min)) \
            \(attribute: "max", Self.plain(max)) \(attribute: "step", Self.plain(step)) \
            \(attribute: "aria-describedby", errorsID)>
            """)
    }

    /// Text of several lines.
    public func textarea(_ label: String, rows: Int = 3) -> Rendered {
        // The first line end of a text area is none of its text.
        labelled(
            label,
            """
            <textarea id="\(id)" name="\(name)" rows="\(rows)" \(attribute: "aria-describedby", errorsID)>
            \(value)</textarea>
            """)
    }

    /// One of several choices, in a list.
    ///
    /// - Parameter prompt: What is shown, and means nothing, before one is chosen.
    public func select(_ label: String, _ options: [FormOption], prompt: String? = nil) -> Rendered {
        labelled(
            label,
            """
            <select id="\(id)" name="\(name)" \(attribute: "aria-describedby", errorsID)>\
            \(prompt.map { #"<option value="">\#($0)</option>"# })\
            \(options.map { option($0, isChosen: $0.value == value) })</select>
            """)
    }

    /// Several of some choices, in a list.
    public func multiSelect(_ label: String, _ options: [FormOption]) -> Rendered {
        labelled(
            label,
            """
            <input type="hidden" name="\(name)[]" value="">\
            <select id="\(id)" name="\(name)[]" multiple \(attribute: "aria-describedby", errorsID)>\
            \(options.map { option($0, isChosen: values.contains($0.value)) })</select>
            """)
    }

    /// One of several choices, all of them in sight.
    public func radios(_ label: String, _ options: [FormOption]) -> Rendered {
        """
        <fieldset>
          <legend>\(label)</legend>
          \(options.map { radio($0) })
          \(errorList)
        </fieldset>
        """
    }

    /// A box to tick.
    public func checkbox(_ label: String) -> Rendered {
        // A box that is not ticked is not sent; the hidden field is, in its stead.
        """
        <div>
          <input type="hidden" name="\(name)" value="false">\
        <label><input type="checkbox" id="\(id)" name="\(name)" value="true" \(attribute: "checked", if: isTicked) \
        \(attribute: "aria-describedby", errorsID)> \(label)</label>
          \(errorList)
        </div>
        """
    }

    /// The field's errors, each a line of its own; nothing when there are none.
    public var errorList: Rendered? {
        guard !errors.isEmpty else { return nil }
        return #"<div id="\#(errorsID ?? "")">\#(errors.map { #"<p class="error">\#($0)</p>"# })</div>"#
    }

    /// Says that the field is being checked; nothing when it is not.
    public var pendingNote: Rendered? { isPending ? #"<p class="pending" role="status">Checking …</p>"# : nil }

    private var errorsID: String? { errors.isEmpty ? nil : id + "_errors" }

    private func labelled(_ label: String, _ control: Rendered) -> Rendered {
        """
        <div>
          <label for="\(id)">\(label)</label>
          \(control)
          \(errorList)\(pendingNote)
        </div>
        """
    }

    private func option(_ option: FormOption, isChosen: Bool) -> Rendered {
        #"<option value="\#(option.value)" \#(attribute: "selected", if: isChosen)>\#(option.label)</option>"#
    }

    private func radio(_ option: FormOption) -> Rendered {
        """
        <label><input type="radio" name="\(name)" value="\(option.value)" \
        \(attribute: "checked", if: option.value == value)> \(option.label)</label>

        """
    }

    /// The content as a control of a type takes it: of a moment only the day, or all but its zone.
    private func value(for type: String) -> String {
        guard value.utf8.contains(UInt8(ascii: "T")), ISODate.seconds(in: value) != nil else { return value }
        switch type {
        case "date": return String(value.prefix(10))
        case "datetime-local" where value.hasSuffix("Z"): return String(value.dropLast())
        default: return value
        }
    }

    private static func plain(_ number: Double?) -> String? {
        number.map { Int(exactly: $0).map(String.init) ?? String($0) }
    }
}
