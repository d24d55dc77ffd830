namespace AutoPortal.Bench.Portal;

internal static class SignIn
{
    public static Task<string> AsManagerAsync(string address, CancellationToken ct) => Task.FromResult("");
}
