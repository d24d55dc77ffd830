using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure.Internal;
using Npgsql.EntityFrameworkCore.PostgreSQL.Migrations;

namespace AutoPortal.Kernel.Data.Migrating;

#pragma warning disable EF1001 // The options type is internal to the provider, but its generator's constructor needs it.
/// <summary>Adds <c>PARTITION BY RANGE (id)</c> to tables whose entity is partitioned by month or by day.</summary>
internal sealed class PortalSqlGenerator(MigrationsSqlGeneratorDependencies dependencies, INpgsqlSingletonOptions options)
    : NpgsqlMigrationsSqlGenerator(dependencies, options)
#pragma warning restore EF1001
{
    protected override void Generate(CreateTableOperation operation, IModel? model, MigrationCommandListBuilder builder, bool terminate = true)
    {
        var isPartitioned = model?.GetEntityTypes().Any(e =>
            e.FindAnnotation(ModuleModel.Partitioned) is not null && e.GetTableName() == operation.Name && e.GetSchema() == operation.Schema) ?? false;
        if (!isPartitioned)
        {
            base.Generate(operation, model, builder, terminate);
            return;
        }

        // The provider writes a comment only behind the whole statement, which is not over yet.
        var comment = operation.Comment;
        operation.Comment = null;
        base.Generate(operation, model, builder, terminate: false);
        operation.Comment = comment;
        builder.AppendLine().Append("PARTITION BY RANGE (id)");
        if (terminate)
        {
            End(builder);
            if (comment is not null)
            {
                builder.Append($"COMMENT ON TABLE {Dependencies.SqlGenerationHelper.DelimitIdentifier(operation.Name, operation.Schema)} IS '{comment.Replace("'", "''", StringComparison.Ordinal)}'");
                End(builder);
            }
        }
    }

    private void End(MigrationCommandListBuilder builder)
    {
        builder.AppendLine(Dependencies.SqlGenerationHelper.StatementTerminator);
        EndStatement(builder);
    }
}
