import HTMLTree
import LiveClient
import Simulator

/// Works out the step that does what a deed is about to do.
struct StepPlanner {
    let simulator: Simulator
    /// What has the focus when the scenario comes to this step.
    let focus: NodeID?
    /// How a file on this machine is named in the scenario.
    let fileName: (String) -> String

    private var document: Document { simulator.document }
    private var chooser: TargetChooser { TargetChooser(simulator: simulator) }

    /// The step for a deed; nil where none is needed, or the deed is part of a run of strokes.
    func step(for deed: Deed) -> PlannedStep? {
        switch deed {
        case .edit: nil
        case .choose(let control): choosing(control)
        case .press(let node): pressing(node)
        case .submit(let field): submitting(from: field)
        case .dismiss(let banner): dismissing(banner)
        case .answer(let isYes):
            PlannedStep(RecordedStep("confirm", .plain(isYes ? "yes" : "no")), movesFocus: false)
        case .upload(let files, let input, let paths): uploading(files, input, paths)
        case .goBack: PlannedStep(RecordedStep("go", .plain("back")), movesFocus: false)
        case .goForward: PlannedStep(RecordedStep("go", .plain("forward")), movesFocus: false)
        case .reload: PlannedStep(RecordedStep("go", .plain("reload")), movesFocus: false)
        case .scroll(let rows):
            PlannedStep(
                RecordedStep("scroll", .mapping("by", .plain(String(rows)))), if: .effect, movesFocus: false)
        case .resize(let size):
            PlannedStep(RecordedStep("resize", .plain("\(size.columns)x\(size.rows)")), movesFocus: false)
        }
    }

    /// The step that moves the focus to an element.
    func focusing(_ node: NodeID) -> RecordedStep? {
        chooser.target(of: node, for: .focus).map { RecordedStep("focus", $0.value, remark: $0.remark) }
    }

    // MARK: Pressing

    private func pressing(_ node: NodeID) -> PlannedStep? {
        let around = [node] + document.ancestors(of: node).filter(document.isElement)
        guard let element = around.first(where: isActive) else {
            return simulator.hearsClicks(node) ? clicking(node, if: .effect) : nil
        }
        if let banner = simulator.banners.first(where: { $0.trigger == element || $0.node == element }) {
            return dismissing(banner)
        }
        if document.name(of: element) == "label", let control = document.labeledControl(of: element) {
            return pressing(control: control, in: around)
        }
        return pressing(control: element, in: around)
    }

    private func pressing(control: NodeID, in around: [NodeID]) -> PlannedStep? {
        switch document.controlKind(of: control) {
        case .checkbox:
            let verb = document.isChecked(control) ? "uncheck" : "check"
            return step(verb, chooser.target(of: control, for: .tick))
        case .radio:
            guard !document.isChecked(control) else { return nil }
            return chooser.target(of: control, for: .choose).map {
                PlannedStep(RecordedStep("choose", .mapping($0.pairs), remark: $0.remark))
            }
        case .button, .image:
            let sends = document.controlKind(of: control)?.isSubmitButton == true
            guard sends, document.form(of: control) != nil else { return clicking(control) }
            return step("submit", chooser.target(of: control, for: .submit), if: .sent)
        case .file: return nil
        case .text, .textarea, .select, .hidden, .range, .color, .output:
            // Beside the focus, something comes of it only where something around it listens.
            let listens = around.contains { simulator.client.isClickable($0) && document.name(of: $0) != "label" }
            return listens ? clicking(control) : nil
        case nil:
            if document.name(of: control) == "option", let select = document.select(of: control) {
                return choosing(select)
            }
            return clicking(control, if: simulator.client.isClickable(control) ? .always : .effect)
        }
    }

    /// Whether a click does not go through an element to what is around it.
    private func isActive(_ node: NodeID) -> Bool {
        simulator.client.isClickable(node) || document.controlKind(of: node) != nil || document.isFocusable(node)
            || (document.name(of: node) == "option" && document.select(of: node) != nil)
    }

    private func clicking(_ node: NodeID, if condition: PlannedStep.Condition = .always) -> PlannedStep? {
        // The words in a button are as good as the button.
        let target = chooser.target(of: node, for: .click) { other in
            guard document.contains(node, other) else { return false }
            return ([other] + document.ancestors(of: other)).first(where: isActive) == node
        }
        return step("click", target, if: condition)
    }

    private func step(
        _ verb: String, _ target: ChosenTarget?, if condition: PlannedStep.Condition = .always
    ) -> PlannedStep? {
        target.map { PlannedStep(RecordedStep(verb, $0.value, remark: $0.remark), if: condition) }
    }

    private func dismissing(_ banner: Banner) -> PlannedStep? {
        guard let key = banner.key else { return clicking(banner.trigger) }
        return PlannedStep(RecordedStep("dismiss", .literal(key)), movesFocus: false)
    }

    // MARK: Forms

    private func submitting(from field: NodeID) -> PlannedStep? {
        guard let form = document.form(of: field),
            let submission = simulator.client.implicitSubmission(from: field)
        else { return nil }
        if isMeantAlone(form) { return PlannedStep(RecordedStep("submit"), if: .sent, movesFocus: false) }
        let sender = if case .button(let button) = submission { button } else { form }
        return step("submit", chooser.target(of: sender, for: .submit), if: .sent)
    }

    /// Whether `submit` alone means a form: it has the focus, or no form has, and it is the only one.
    private func isMeantAlone(_ form: NodeID) -> Bool {
        if let focus, document.isAlive(focus), let own = document.form(of: focus) { return own == form }
        let forms = document.elements(below: simulator.modal ?? document.root).filter {
            document.name(of: $0) == "form" && simulator.isDisplayed($0)
        }
        return Array(forms) == [form]
    }

    private func choosing(_ control: NodeID) -> PlannedStep? {
        let document = document
        switch document.controlKind(of: control) {
        case .select:
            let before = document.selectedOptions(of: control)
            return chooser.target(of: control, for: .choose).map {
                PlannedStep(
                    .options(of: control, $0),
                    if: .when { document.isAlive(control) && document.selectedOptions(of: control) != before })
            }
        case .radio:
            let before = document.radioGroup(of: control).filter(document.isChecked)
            let targets = document.radioGroup(of: control).compactMap { radio in
                chooser.target(of: radio, for: .choose).map { (radio, $0) }
            }
            return PlannedStep(
                .radio(among: Dictionary(targets) { first, _ in first }),
                if: .when {
                    document.isAlive(control) && document.radioGroup(of: control).filter(document.isChecked) != before
                })
        case .text, .textarea, .range, .color:
            let before = document.value(of: control)
            return chooser.target(of: control, for: .focus).map {
                PlannedStep(
                    .value(of: control, $0),
                    if: .when { document.isAlive(control) && document.value(of: control) != before })
            }
        case .checkbox, .button, .image, .hidden, .file, .output, nil: return nil
        }
    }

    private func uploading(_ files: [ClientFile], _ input: NodeID, _ paths: [String]) -> PlannedStep? {
        guard let target = chooser.target(of: input, for: .upload) else { return nil }
        let names: [YAMLValue] =
            paths.isEmpty
            ? files.map { file in
                .mapping([YAMLPair("name", .literal(file.name)), YAMLPair("size", .plain(String(file.size)))])
            } : paths.map { .literal(fileName($0)) }
        let list = names.count == 1 ? names[0] : .list(names)
        return PlannedStep(
            RecordedStep("upload", .mapping(target.pairs + [YAMLPair("files", list)]), remark: target.remark))
    }
}
