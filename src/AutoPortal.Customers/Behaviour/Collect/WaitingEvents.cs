namespace AutoPortal.Customers.Behaviour.Collect;

/// <summary>The events of one post, in line for a commit.</summary>
internal sealed class WaitingEvents(CheckedEvents events)
{
    // Continuations of hundreds of posts must not run on the writer's way to the next batch.
    private readonly TaskCompletionSource _stored = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public CheckedEvents Events => events;

    /// <summary>Done once the commit that holds them is.</summary>
    public Task Stored => _stored.Task;

    public void Reply() => _stored.TrySetResult();

    public void Fail(Exception fault) => _stored.TrySetException(fault);
}
