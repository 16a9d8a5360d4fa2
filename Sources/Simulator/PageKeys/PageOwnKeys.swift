import Basics
import HTMLTree
import LiveClient

extension Simulator {
    /// The keys that the page itself listens to now by name (`phx-key`), with what it calls them.
    package var pageOwnKeys: [KeyHelp] { pageOwnActions.map { KeyHelp($0.keys, $0.does, $0.group) } }

    /// The same with the keys themselves.
    package var pageOwnActions: [AvailableAction] {
        guard question == nil, hints == nil else { return [] }
        var known: Set<String> = []
        return page.keyBindings.heard.compactMap { node in
            guard let name = document.attribute(BindingName.key, of: node), let key = Key(eventName: name),
                known.insert(key.name).inserted
            else { return nil }
            return AvailableAction(keys: [key], does: words(of: node), group: .own)
        }
    }

    /// Whether the focused text field has a use for a key.
    package func isFieldKey(_ key: Key) -> Bool { editing.command(for: key) != nil }

    /// What an element that listens to a key is called: by its label, else by the event that the key sends.
    private func words(of node: NodeID) -> String {
        for name in ["aria-label", "title", "aria-description"] {
            if let label = document.attribute(name, of: node)?.foldingWhitespace(), !label.isEmpty { return label }
        }
        if document.controlKind(of: node) != nil || document.isLink(node) {
            let name = document.accessibleName(of: node)
            if !name.isEmpty { return name }
        }
        for binding in [
            BindingName.windowKeydown, BindingName.keydown, BindingName.windowKeyup, BindingName.keyup,
        ] {
            guard let event = document.attribute(binding, of: node), !event.isEmpty else { continue }
            // A list of commands has no name.
            return event.hasPrefix("[") ? "what the page does at it" : event
        }
        return "what the page does at it"
    }
}

/// What can be done now, and by which keys.
package struct AvailableAction: Hashable, Sendable {
    package let keys: [Key]
    package let does: String
    package let group: KeyHelp.Group
}

extension Simulator {
    /// What the keys of the page do now, outside of the text of fields.
    package var availableActions: [AvailableAction] {
        guard question == nil, hints == nil else { return [] }
        let context = keyContext
        return pageKeys.rows.compactMap { row in
            let keys = row.keys(in: context).filter { editing.command(for: $0) == nil }
            guard !keys.isEmpty else { return nil }
            return AvailableAction(keys: keys, does: words(for: row, in: context), group: row.group)
        }
    }
}

extension PageBindings {
    /// The elements whose bindings a key can run now: the focused one's own, else those of the window.
    var heard: [NodeID] {
        if let active = document.activeElement,
            document.hasAttribute(BindingName.keydown, of: active)
                || document.hasAttribute(BindingName.keyup, of: active)
        {
            return [active]
        }
        return windowBindings.filter(document.isAlive)
    }
}

extension Key {
    /// The key that a browser calls so in `event.key`; nil for a name of none.
    init?(eventName: String) {
        let lowered = eventName.lowercased()
        if let character = Character(only: eventName), !character.isWhitespace {
            self.init(.character(character))
        } else if let known = Self.codeNames.first(where: { Key($0.code).eventName.lowercased() == lowered }) {
            self.init(known.code)
        } else {
            return nil
        }
    }
}
