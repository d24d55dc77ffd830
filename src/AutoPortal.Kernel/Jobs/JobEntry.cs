namespace AutoPortal.Kernel.Jobs;

/// <summary>Work that the house's clock starts again and again, for every tenant in its own scope.</summary>
/// <param name="Name">Such as <c>leads.clocks</c>; the audit names it as origin.</param>
/// <param name="Every">From one start to the next.</param>
/// <param name="RunAsync">One batch with the tenant's services; says whether more is due. Exact on two nodes at once by itself: the clock only calls.</param>
public sealed record JobEntry(string Name, TimeSpan Every, Func<IServiceProvider, CancellationToken, Task<bool>> RunAsync);
