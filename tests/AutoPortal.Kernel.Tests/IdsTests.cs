namespace AutoPortal.Kernel.Tests;

public sealed class IdsTests
{
    [Fact]
    public void Ids_of_one_process_sort_in_the_order_they_were_made_and_are_version_7()
    {
        var ids = Enumerable.Range(0, 20_000).Select(_ => Ids.New(TimeProvider.System)).ToList();

        // As PostgreSQL compares: byte by byte.
        ids.Select(i => Convert.ToHexString(i.ToByteArray(bigEndian: true))).ShouldBeInOrder();
        ids.Distinct().Count().ShouldBe(ids.Count);
        ids.ShouldAllBe(i => i.Version == 7);
    }

    [Fact]
    public void Ids_made_by_many_threads_at_once_are_all_different()
    {
        var ids = new System.Collections.Concurrent.ConcurrentBag<Guid>();

        Parallel.For(0, 20_000, _ => ids.Add(Ids.New(TimeProvider.System)));

        ids.Distinct().Count().ShouldBe(20_000);
    }
}
