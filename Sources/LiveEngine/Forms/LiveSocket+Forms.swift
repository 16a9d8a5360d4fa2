extension LiveSocket where Owner: EventHandler {
    /// Takes what came with a change into a form of the context and checks it, also by rules that take time.
    ///
    /// A field whose rules have not answered yet is pending; the answer goes into the form by itself. One that comes after
    /// the field was changed is ignored, and one that has not come is given up when the view or component ends.
    public mutating func validate<Model: FormModel>(
        _ form: WritableKeyPath<Context, Form<Model>> & Sendable, _ input: FormInput,
        asking rules: AsyncFormRule<Model>...
    ) {
        context[keyPath: form].validate(input)
        ask(rules, form)
    }

    /// Takes what came with a change into a form of the context and checks it, also by rules that take time.
    public mutating func validate<Model: FormModel>(
        _ form: WritableKeyPath<Context, Form<Model>> & Sendable, _ payload: Payload,
        asking rules: AsyncFormRule<Model>...
    ) {
        context[keyPath: form].validate(payload)
        ask(rules, form)
    }

    /// Takes what was submitted into a form of the context, and shows all problems.
    ///
    /// - Returns: The model; nil when there are problems, or when the form is pending.
    public mutating func apply<Model: FormModel>(
        _ form: WritableKeyPath<Context, Form<Model>> & Sendable, _ input: FormInput,
        asking rules: AsyncFormRule<Model>...
    ) -> Model? {
        context[keyPath: form].validate(input)
        return apply(form, rules)
    }

    /// Takes what was submitted into a form of the context, and shows all problems.
    ///
    /// - Returns: The model; nil when there are problems, or when the form is pending.
    public mutating func apply<Model: FormModel>(
        _ form: WritableKeyPath<Context, Form<Model>> & Sendable, _ payload: Payload,
        asking rules: AsyncFormRule<Model>...
    ) -> Model? {
        context[keyPath: form].validate(payload)
        return apply(form, rules)
    }

    private mutating func apply<Model: FormModel>(
        _ form: WritableKeyPath<Context, Form<Model>> & Sendable, _ rules: [AsyncFormRule<Model>]
    ) -> Model? {
        // What is shown counts as used, and is asked about.
        _ = context[keyPath: form].apply()
        ask(rules, form)
        return context[keyPath: form].apply()
    }

    private mutating func ask<Model: FormModel>(
        _ rules: [AsyncFormRule<Model>], _ form: WritableKeyPath<Context, Form<Model>> & Sendable
    ) {
        let (questions, settled) = context[keyPath: form].ask(rules)
        for question in settled { cancelTask(Self.taskName(question, form)) }
        for question in questions {
            var plan = TaskPlan(name: Self.taskName(question, form), priority: nil) { outlet in
                let result = await Result(of: { try await question.rule.holds(question.text) })
                let state: FormAnswer.State =
                    switch result {
                    case .success(let holds): holds ? .holds : .refused
                    case .failure(let error): .unknown("\(error)")
                    }
                outlet.end(ContextChange<Context> { $0[keyPath: form].take(state, to: question) })
            }
            plan.deadline = question.rule.timeout.map { limit in
                TaskPlan.Deadline(after: limit) {
                    ContextChange<Context> {
                        $0[keyPath: form].take(.unknown("\(TaskTimeout(limit: limit))"), to: question)
                    }
                }
            }
            start(plan)
        }
    }

    private static func taskName<Model>(_ question: FormQuestion<Model>, _ form: AnyKeyPath) -> String {
        "\(form) \(question.place): \(question.rule.message)"
    }
}
