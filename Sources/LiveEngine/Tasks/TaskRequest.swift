/// What a handler asks of its session's tasks.
enum TaskRequest {
    case start(TaskPlan)
    case cancel(name: String)
}
