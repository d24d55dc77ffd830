using AutoPortal.Activities.Contracts;
using Trace = System.Diagnostics.Activity;

namespace AutoPortal.Activities.SignUps;

/// <summary>A sign-up in line. Whoever comes first, the writer or the poster who gives up, decides whether it is stored.</summary>
internal sealed class WaitingSignUp(Guid tenantId, SignUpAccepted signUp, string answers)
{
    // Continuations of hundreds of posters must not run on the writer's way to the next batch.
    private readonly TaskCompletionSource<SignUpAnswer> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _isDecided;

    public Guid TenantId => tenantId;

    public SignUpAccepted SignUp => signUp;

    /// <summary>Answers to the kind's questions, as JSON.</summary>
    public string Answers => answers;

    /// <summary>The trace of its own post.</summary>
    public string? TraceParent { get; } = Trace.Current?.Id;

    public Task<SignUpAnswer> Answer => _answer.Task;

    /// <summary>Takes it into a batch; false where the poster had given up.</summary>
    public bool TryTake() => Interlocked.Exchange(ref _isDecided, 1) == 0;

    /// <summary>Takes it out of line; false where it is being stored already.</summary>
    public bool TryWithdraw() => Interlocked.Exchange(ref _isDecided, 1) == 0;

    public void Reply(SignUpAnswer answer) => _answer.TrySetResult(answer);

    public void Fail(Exception fault) => _answer.TrySetException(fault);
}
