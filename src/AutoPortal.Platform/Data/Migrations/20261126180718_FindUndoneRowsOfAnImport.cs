using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AutoPortal.Platform.Data.Migrations
{
    /// <inheritdoc />
    public partial class FindUndoneRowsOfAnImport : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_import_records_undo",
                schema: "platform",
                table: "import_records",
                columns: new[] { "tenant_id", "run_id", "root_id" },
                filter: "undone_at is not null or undo_left is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_import_records_undo",
                schema: "platform",
                table: "import_records");
        }
    }
}
