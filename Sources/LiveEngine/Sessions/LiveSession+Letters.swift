import LiveProtocol

extension LiveSession {
    /// Opens a letter that came for this session.
    final func open(_ letter: Letter) {
        switch letter.content {
        case .info(let info): receive(info, from: .message, for: letter.part)
        case .report(let report):
            guard let activities, activities.takes(report, for: letter.part, in: place.services) else { return }
            switch report.content {
            case .element(let info): receive(info, from: .task(report.name), for: letter.part)
            case .end(let info): if let info { receive(info, from: .task(report.name), for: letter.part) }
            case .failure(let reason): self.report(HandlerFailure(place: "task \"\(report.name)\"", reason: reason))
            }
        case .patch(let patch): receive(.rootPatch(patch))
        }
    }

    /// Renders the view anew, with what became of its template files, and notes what is wrong with those that changed.
    final func render(changed names: Set<String>) {
        receive(.render)
        guard let templates else { return }
        for name in names.sorted() {
            if let problem = templates.problem(of: name) { report(problem) }
        }
    }

    /// Handles what a timer, a topic or a task says to a part of the page.
    final func receive(_ info: any Sendable, from source: SessionRecord.InfoSource, for part: PagePart) {
        switch part {
        case .view: receive(.info(info, from: source))
        case .component(let cid):
            if components?.hasComponent(cid) == true { receive(.componentInfo(cid, info, from: source)) }
        }
    }
}
