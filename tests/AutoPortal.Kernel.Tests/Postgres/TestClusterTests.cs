using AutoPortal.Testing.Postgres;
using Npgsql;

namespace AutoPortal.Kernel.Tests.Postgres;

public sealed class TestClusterTests
{
    [Fact]
    public async Task A_template_is_built_once_and_its_databases_do_not_see_each_other()
    {
        var built = 0;
        Task<string> Template() => TestCluster.TemplateAsync("cluster_tests", async connections =>
        {
            Interlocked.Increment(ref built);
            await RunAsync(connections.PortalOwner, "CREATE TABLE things (id int)");
        });
        await using var one = await TestCluster.CreateDatabaseAsync(await Template());
        await using var two = await TestCluster.CreateDatabaseAsync(await Template());

        await RunAsync(one.Connections.PortalOwner, "INSERT INTO things VALUES (1)");

        built.ShouldBe(1);
        (await RunAsync(two.Connections.PortalOwner, "SELECT count(*) FROM things")).ShouldBe(0L);
    }

    [Fact]
    public async Task A_disposed_database_is_gone_even_where_a_connection_was_left_open()
    {
        var database = await TestCluster.CreateDatabaseAsync();
        await using var left = new NpgsqlConnection(database.Connections.PortalListen);
        await left.OpenAsync();

        await database.DisposeAsync();

        var gone = await Should.ThrowAsync<PostgresException>(() => RunAsync(database.Connections.PortalListen, "SELECT 1"));
        gone.SqlState.ShouldBe(PostgresErrorCodes.InvalidCatalogName);
    }

    private static async Task<object?> RunAsync(string login, string sql)
    {
        await using var connection = new NpgsqlConnection(login);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
