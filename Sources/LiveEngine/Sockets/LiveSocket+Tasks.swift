extension LiveSocket {
    /// The clock by which the session's tasks sleep; they have it as `SessionClock.current`, too.
    public var clock: SessionClock { state.home?.clock ?? .system }
}

extension LiveSocket where Owner: EventHandler {
    /// Starts a task, whose result comes as an info.
    ///
    /// It starts when the handler has returned, and ends with the view or component that started it. One that runs under
    /// the same name already is cancelled. A task that was cancelled gives no info, whatever it returns or throws.
    ///
    /// - Parameters:
    ///   - name: Tells it from the other tasks of this view or component.
    ///   - work: Runs on its own, and sleeps by the clock of the session, `SessionClock.current`; it sees being cancelled as
    ///     any Swift task does.
    ///   - info: Makes the info of what the work returned or threw.
    public mutating func startTask<Value: Sendable, Failure: Error>(
        _ name: String, priority: TaskPriority? = nil,
        _ work: @escaping @Sendable () async throws(Failure) -> Value,
        then info: @escaping @Sendable (Result<Value, Failure>) -> Info
    ) {
        start(TaskPlan(name: name, priority: priority) { outlet in outlet.end(info(await Result(of: work))) })
    }

    /// Starts a task that may take so long only; then it is cancelled, and its result is the error `TaskTimeout`.
    ///
    /// - Parameters:
    ///   - name: Tells it from the other tasks of this view or component.
    ///   - limit: On the session's clock, from the end of this handler.
    ///   - work: Runs on its own; it sees being cancelled as any Swift task does.
    ///   - info: Makes the info of what the work returned or threw.
    public mutating func startTask<Value: Sendable>(
        _ name: String, timeout limit: Duration, priority: TaskPriority? = nil,
        _ work: @escaping @Sendable () async throws -> Value,
        then info: @escaping @Sendable (Result<Value, any Error>) -> Info
    ) {
        var plan = TaskPlan(name: name, priority: priority) { outlet in
            outlet.end(info(await Result(of: work)))
        }
        plan.deadline = TaskPlan.Deadline(after: limit) { info(.failure(TaskTimeout(limit: limit))) }
        start(plan)
    }

    /// Starts a task whose result goes into the context by itself; until then the place there says that it is loading.
    ///
    /// A place has one such task; asking again cancels it and starts anew.
    ///
    /// - Parameter limit: How long it may take on the session's clock; past that it is cancelled and has failed.
    public mutating func assignAsync<Value: Sendable, Failure: Error>(
        _ place: WritableKeyPath<Context, AsyncResult<Value>> & Sendable, timeout limit: Duration? = nil,
        priority: TaskPriority? = nil, _ work: @escaping @Sendable () async throws(Failure) -> Value
    ) {
        context[keyPath: place].load()
        var plan = TaskPlan(name: Self.name(of: place), priority: priority) { outlet in
            let result = await Result(of: work)
            outlet.end(ContextChange<Context> { $0[keyPath: place].take(result) })
        }
        plan.deadline = limit.map { limit in
            TaskPlan.Deadline(after: limit) {
                ContextChange<Context> { $0[keyPath: place].take(.failure(TaskTimeout(limit: limit))) }
            }
        }
        start(plan)
    }

    /// Starts a task that sends an info for each element of a sequence.
    ///
    /// The next element is asked for when the last one has been handled. A feed may never end, so a page that has one
    /// counts as being at rest; otherwise it is a task as all others, and is ended by `cancelTask`.
    ///
    /// - Parameters:
    ///   - end: Makes the info that says how the sequence ended. Unless given, an end is silent, and an error is among
    ///     the session's failures.
    public mutating func startFeed<Elements: AsyncSequence & Sendable>(
        _ name: String, priority: TaskPriority? = nil, _ elements: Elements,
        each info: @escaping @Sendable (Elements.Element) -> Info,
        end: (@Sendable (Result<Void, any Error>) -> Info)? = nil
    ) where Elements.Element: Sendable {
        var plan = TaskPlan(name: name, priority: priority) { outlet in
            do {
                for try await element in elements {
                    await outlet.yield(info(element))
                    try Task.checkCancellation()
                }
                if let end { outlet.end(end(.success(()))) } else { outlet.end(nil) }
            } catch {
                if let end { outlet.end(end(.failure(error))) } else { outlet.fail(error) }
            }
        }
        plan.isFeed = true
        start(plan)
    }

    /// Cancels a task or a feed; when none runs under that name, nothing happens.
    public mutating func cancelTask(_ name: String) { state.requests.append(.task(.cancel(name: name))) }

    /// Cancels the task that fetches a value for the context, where it stays as it was before.
    public mutating func cancelAsync<Value: Sendable>(
        _ place: WritableKeyPath<Context, AsyncResult<Value>> & Sendable
    ) {
        cancelTask(Self.name(of: place))
        if context[keyPath: place].isLoading, let last = context[keyPath: place].value {
            context[keyPath: place] = .ok(last)
        }
    }

    mutating func start(_ plan: TaskPlan) { state.requests.append(.task(.start(plan))) }

    private static func name(of place: AnyKeyPath) -> String { "\(place)" }
}
