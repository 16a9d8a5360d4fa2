import HTMLTree

extension LiveClient {
    /// What another client needs to go on with the page; all but how far it is scrolled.
    ///
    /// Passwords are in it, and files that were chosen are not.
    package var pageState: PageState {
        var state = PageState(addresses: history.addresses, position: history.place)
        let places = ControlPlaces(document)
        state.fields = places.controls.compactMap { node, place in field(of: node, at: place) }
        if let active = document.activeElement, document.isAlive(active) {
            state.focus = places.place(of: active)
            state.selection = document.selection(of: active)
        }
        return state
    }

    /// Does to the controls of the page what was done to those of another client, without telling its views: those hear of
    /// it as after the loss of a connection.
    ///
    /// - Returns: Whether anything was filled in.
    package func fillIn(_ state: PageState) -> Bool {
        let places = ControlPlaces(document)
        var isFilled = false
        for field in state.fields {
            guard let node = places.control(at: field.place) else { continue }
            isFilled = true
            fill(node, by: field)
            if field.isUsed { page.nodes[node].isUsed = true }
        }
        if let focus = state.focus.flatMap(places.control), document.isFocusable(focus) {
            document.setActiveElement(focus)
            if let selection = state.selection { document.setSelection(selection, of: focus) }
        }
        return isFilled
    }

    /// Has the addresses of another client before and behind the present one; each of them is a page of its own.
    package func takeHistory(of state: PageState) {
        history.surround(
            before: state.addresses[..<state.position].map { page.url.resolve($0) },
            after: state.addresses[(state.position + 1)...].map { page.url.resolve($0) })
    }

    private func field(of node: NodeID, at place: PageState.Place) -> PageState.Field? {
        let isUsed = page.nodes.state(of: node)?.isUsed == true
        guard isUsed || document.isTouched(node) else { return nil }
        var field = PageState.Field(place: place, isUsed: isUsed)
        switch document.controlKind(of: node) {
        case .text, .textarea, .range, .color:
            field.value = document.value(of: node)
        case .checkbox, .radio: field.isChecked = document.isChecked(node)
        case .select: field.options = document.selectedOptions(of: node).map(document.optionValue)
        case .button, .image, .hidden, .file, .output, nil: return nil
        }
        return field
    }

    private func fill(_ node: NodeID, by field: PageState.Field) {
        if let value = field.value { document.setValue(value, of: node) }
        if let isChecked = field.isChecked { document.setChecked(isChecked, of: node) }
        if let options = field.options {
            for option in document.options(of: node) {
                document.setSelected(option, options.contains(document.optionValue(of: option)))
            }
        }
    }
}

/// The controls and other stops of the focus on a page, by what finds them again on another rendering of it.
private struct ControlPlaces {
    private(set) var controls: [(node: NodeID, place: PageState.Place)] = []
    private let document: Document

    init(_ document: Document) {
        self.document = document
        var counts: [[String?]: Int] = [:]
        for node in document.elements(below: document.root)
        where document.controlKind(of: node) != nil || document.isFocusable(node) {
            let form = document.form(of: node).flatMap { document.attribute("id", of: $0) }
            let name = document.attribute("name", of: node)
            let index = counts[[form, name], default: 0]
            counts[[form, name]] = index + 1
            controls.append(
                (node, PageState.Place(id: document.attribute("id", of: node), form: form, name: name, index: index)))
        }
    }

    func place(of node: NodeID) -> PageState.Place? { controls.first { $0.node == node }?.place }

    /// The control with the id, else that of the same form, name and number.
    func control(at place: PageState.Place) -> NodeID? {
        if let id = place.id {
            return document.element(withID: id).flatMap { found in controls.first { $0.node == found }?.node }
        }
        return controls.first {
            $0.place.form == place.form && $0.place.name == place.name && $0.place.index == place.index
        }?.node
    }
}
