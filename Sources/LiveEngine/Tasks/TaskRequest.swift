/// What a handler asks of its tasks.
enum TaskRequest {
    case start(TaskPlan)
    case cancel(name: String)
}
