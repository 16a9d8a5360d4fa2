import HTMLTree

extension StyleResolver {
    /// Something that says what an element looks like.
    struct Source {
        enum Kind {
            case terminal(selector: String)
            case message
            case utility(className: String)
            case attribute(name: String)
            /// A rule of one of the page's sheets, with the byte where it starts.
            case sheet(Int, place: Int, selector: String, isImportant: Bool)
            case styleAttribute(isImportant: Bool)
        }

        let kind: Kind
        let declarations: [Declaration]
    }

    /// All that counts for an element itself, the strongest last, in the order of `cascade`; those of the terminal's own
    /// sheet that are not important apart, since `revert` goes back to them.
    func sources(of node: NodeID, parent: StyleID) -> (terminal: [Source], further: [Source]) {
        let name = document.name(of: node)
        let attributes = document.attributes(of: node)
        let matched = index.candidates(type: name, attributes: attributes).filter {
            document.matches(node, index.entries[Int($0)].rule.selector)
        }
        let entries = ordered(matched).filter { $0.rule.pseudoElement == nil }
        let terminal = entries.filter { !$0.isAuthored }
        let authored = entries.filter(\.isAuthored)
        let inline = attributes["style"].map(inlineStyle) ?? DeclarationBlock()

        var further = hints(of: node, name, attributes, parent)
        further += authored.map { Source(kind: kind(of: $0, isImportant: false), declarations: $0.rule.declarations) }
        further.append(Source(kind: .styleAttribute(isImportant: false), declarations: inline.normal))
        further += authored.map { Source(kind: kind(of: $0, isImportant: true), declarations: $0.rule.important) }
        further.append(Source(kind: .styleAttribute(isImportant: true), declarations: inline.important))
        further += terminal.map {
            Source(kind: .terminal(selector: $0.rule.text), declarations: $0.rule.important)
        }
        let own = terminal.map { Source(kind: .terminal(selector: $0.rule.text), declarations: $0.rule.declarations) }
        return (own.filter { !$0.declarations.isEmpty }, further.filter { !$0.declarations.isEmpty })
    }

    private func kind(of entry: RuleIndex.Entry, isImportant: Bool) -> Source.Kind {
        let sheet = sheetEnds.firstIndex { entry.order < $0 } ?? max(0, sheetEnds.count - 1)
        return .sheet(sheet, place: entry.rule.place, selector: entry.rule.text, isImportant: isImportant)
    }

    /// What class names and attributes say, the strongest last.
    private func hints(
        of node: NodeID, _ name: String, _ attributes: [Attribute], _ parent: StyleID
    ) -> [Source] {
        var hints: [Source] = []
        if styles[parent].isInPanel {
            if attributes.contains(where: MessagePanel.isAlert) {
                hints.append(Source(kind: .message, declarations: MessagePanel.row))
            }
        } else if let panel = MessagePanel(name: name, attributes: attributes, rules: rules) {
            hints.append(Source(kind: .message, declarations: panel.declarations))
        }
        for attribute in attributes {
            if attribute.name == "class" {
                hints += utilities(of: node, attribute.value)
            } else {
                hints.append(
                    Source(
                        kind: .attribute(name: attribute.name),
                        declarations: PresentationalHints.declarations(attribute, of: name)))
            }
        }
        return hints
    }

    private func utilities(of node: NodeID, _ classes: String) -> [Source] {
        let names = classes.split(whereSeparator: \.isWhitespace).map(String.init)
        let counting = names.enumerated().map { (place: $0.offset, name: $0.element, meaning: utility($0.element)) }
            .filter { $0.meaning.conditions.allSatisfy { document.matches(node, $0) } }
        return counting.sorted { ($0.meaning.rank, $0.place) < ($1.meaning.rank, $1.place) }.map {
            Source(kind: .utility(className: $0.name), declarations: $0.meaning.declarations)
        }
    }
}
