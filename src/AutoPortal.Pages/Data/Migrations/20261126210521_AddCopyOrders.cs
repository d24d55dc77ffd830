using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AutoPortal.Pages.Data.Migrations
{
    /// <inheritdoc />
    public partial class AddCopyOrders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "copy_orders",
                schema: "pages",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    master_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    ordered_by = table.Column<Guid>(type: "uuid", nullable: true),
                    ordered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_copy_orders", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_copy_orders_pages_tenant_id_master_id",
                        columns: x => new { x.tenant_id, x.master_id },
                        principalSchema: "pages",
                        principalTable: "pages",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "copy_lines",
                schema: "pages",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    dealer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    refusal = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_copy_lines", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_copy_lines_copy_orders_tenant_id_order_id",
                        columns: x => new { x.tenant_id, x.order_id },
                        principalSchema: "pages",
                        principalTable: "copy_orders",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_copy_lines_tenant_id_order_id_dealer_id",
                schema: "pages",
                table: "copy_lines",
                columns: new[] { "tenant_id", "order_id", "dealer_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_copy_lines_waiting",
                schema: "pages",
                table: "copy_lines",
                columns: new[] { "tenant_id", "id" },
                filter: "state = 'waiting'");

            migrationBuilder.CreateIndex(
                name: "ix_copy_orders_tenant_id_master_id_id",
                schema: "pages",
                table: "copy_orders",
                columns: new[] { "tenant_id", "master_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ux_copy_orders_running",
                schema: "pages",
                table: "copy_orders",
                columns: new[] { "tenant_id", "master_id" },
                unique: true,
                filter: "state = 'running'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "copy_lines",
                schema: "pages");

            migrationBuilder.DropTable(
                name: "copy_orders",
                schema: "pages");
        }
    }
}
